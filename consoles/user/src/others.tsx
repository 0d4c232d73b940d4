import { useMe } from "@studio/shared/app/session.tsx";
import { offeredAccessPointKind } from "@studio/shared/objects/backbone/offered.tsx";
import { libraryRoutes } from "@studio/shared/objects/library/libraryRoutes.tsx";
import { networkRoutes } from "@studio/shared/objects/network/networkRoutes.tsx";
import { listRoute } from "@studio/shared/objects/routes.tsx";
import { userRoutes } from "@studio/shared/objects/user/userRoutes.tsx";
import { lazy } from "react";
import { Navigate, type RouteObject } from "react-router";

const NewNetwork = lazy(() => import("./NewNetwork.tsx"));

function Account() {
  return <Navigate to={`/users/${useMe().username}/tokens`} replace />;
}

/** All pages but the first. */
export const others: RouteObject[] = [
  { path: "/new-network", element: <NewNetwork /> },
  { path: "/account", element: <Account /> },
  { path: "/users", element: <Account /> },
  listRoute(offeredAccessPointKind),
  ...networkRoutes,
  ...libraryRoutes,
  ...userRoutes,
];
