import { start } from "@studio/shared/app/start.tsx";
import { Overview } from "./overview/Overview.tsx";

start({
  title: "Studio administration",
  base: "/admin",
  places: [
    { to: "/", title: "Overview" },
    { to: "/backbones", title: "Backbones" },
    { to: "/networks", title: "Networks" },
    { to: "/certificates", title: "Certificates" },
    { to: "/users", title: "Users" },
    { to: "/libraries", title: "Image libraries" },
    { to: "/tables", title: "All tables" },
    { to: "/audit", title: "Audit" },
  ],
  routes: [{ index: true, element: <Overview /> }],
  others: async () => (await import("./others.tsx")).others,
  other: { href: "/", title: "User console" },
});
