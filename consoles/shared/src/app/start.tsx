import "@patternfly/react-core/dist/styles/base.css";
import "./studio.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, type RouteObject } from "react-router";
import { RouterProvider } from "react-router/dom";
import { newQueryClient } from "../api/queries";
import { FaultPage, LostPage } from "./FaultPage";
import { type Place, Shell } from "./Shell";
import { SessionGate } from "./session";
import { useTheme } from "./theme";

interface Console {
  title: string;
  /** Where it is below the origin. */
  base: string;
  places: readonly Place[];
  routes: RouteObject[];
  other?: { href: string; title: string };
}

function Themed({ children }: { children: React.ReactNode }) {
  useTheme();
  return children;
}

/** Starts a console. */
export function start({ title, base, places, routes, other }: Console): void {
  const client = newQueryClient();
  const router = createBrowserRouter(
    [
      {
        element: (
          <SessionGate title={title}>
            <Shell title={title} places={places} other={other} />
          </SessionGate>
        ),
        errorElement: <FaultPage />,
        children: [{ errorElement: <FaultPage />, children: [...routes, { path: "*", element: <LostPage /> }] }],
      },
    ],
    { basename: base },
  );
  const root = document.getElementById("root");
  if (!root) {
    throw new Error("the page has no root");
  }
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Themed>
          <RouterProvider router={router} />
        </Themed>
      </QueryClientProvider>
    </StrictMode>,
  );
}
