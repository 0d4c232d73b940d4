import { lazy } from "react";
import { Navigate, type RouteObject } from "react-router";

const DecisionsPage = lazy(() => import("./DecisionsPage.tsx"));
const FlowsPage = lazy(() => import("./traffic/FlowsPage.tsx"));
const MembersPage = lazy(() => import("./MembersPage.tsx"));
const ProcessesPage = lazy(() => import("./ProcessesPage.tsx"));
const ServicesPage = lazy(() => import("./ServicesPage.tsx"));
const TopologyPage = lazy(() => import("./topology/TopologyPage.tsx"));
const TrafficPage = lazy(() => import("./traffic/TrafficPage.tsx"));

/** All pages but the first. */
export const others: RouteObject[] = [
  { path: "/networks", element: <Navigate to="/" replace /> },
  { path: "/networks/:network", element: <TopologyPage /> },
  { path: "/networks/:network/members", element: <MembersPage /> },
  { path: "/networks/:network/processes", element: <ProcessesPage /> },
  { path: "/networks/:network/services", element: <ServicesPage /> },
  { path: "/networks/:network/traffic", element: <TrafficPage /> },
  { path: "/networks/:network/flows", element: <FlowsPage /> },
  { path: "/networks/:network/decisions", element: <DecisionsPage /> },
];
