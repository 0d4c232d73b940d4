import { start } from "@studio/shared/app/start.tsx";
import { networkKind } from "@studio/shared/objects/network/network.tsx";
import { listRoute, objectRoute } from "@studio/shared/objects/routes.tsx";
import { Navigate } from "react-router";

start({
  title: "Studio",
  base: "/admin",
  places: [{ to: "/networks", title: "Networks" }],
  routes: [
    { index: true, element: <Navigate to="/networks" replace /> },
    listRoute(networkKind),
    objectRoute(networkKind, "networks", [], true),
  ],
});
