import { start } from "@studio/shared/app/start.tsx";
import { networkKind } from "@studio/shared/objects/network/network.tsx";
import { listRoute } from "@studio/shared/objects/routes.tsx";
import { Navigate } from "react-router";

start({
  title: "Studio",
  base: "/",
  places: [
    { to: "/networks", title: "Networks" },
    { to: "/libraries", title: "Image library" },
    { to: "/access-points", title: "Access points" },
    { to: "/account", title: "Account" },
  ],
  routes: [{ index: true, element: <Navigate to="/networks" replace /> }, listRoute(networkKind)],
  others: async () => (await import("./others.tsx")).others,
  other: { href: "/admin/", title: "Administration", role: "administrator" },
});
