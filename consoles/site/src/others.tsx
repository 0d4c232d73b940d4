import { lazy } from "react";
import type { RouteObject } from "react-router";

const ComponentPage = lazy(() => import("./components/ComponentPage.tsx"));
const ComponentsPage = lazy(() => import("./components/ComponentsPage.tsx"));
const ConnectionPage = lazy(() => import("./connection/ConnectionPage.tsx"));
const LeavePage = lazy(() => import("./policy/LeavePage.tsx"));
const PolicyPage = lazy(() => import("./policy/PolicyPage.tsx"));

/** All pages but the first. */
export const others: RouteObject[] = [
  { path: "/components", element: <ComponentsPage /> },
  { path: "/components/:component", element: <ComponentPage /> },
  { path: "/connection", element: <ConnectionPage /> },
  { path: "/policy", element: <PolicyPage /> },
  { path: "/leave", element: <LeavePage /> },
];
