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
import { followTheme } from "./theme";
import type { OtherConsole } from "./UserMenu";

const PAGES = "pages";

interface Console {
  title: string;
  /** Where it is below the origin. */
  base: string;
  places: readonly Place[];
  /** The first pages. */
  routes: RouteObject[];
  /** All others, which come when somebody goes to one of them. */
  others(): Promise<RouteObject[]>;
  other?: OtherConsole;
}

/** What is there until the first page is. */
function Blank() {
  return null;
}

/** Starts a console. */
export function start({ title, base, places, routes, others, other }: Console): void {
  let isComplete = false;
  followTheme();
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
        HydrateFallback: Blank,
        children: [
          { id: PAGES, errorElement: <FaultPage />, children: [...routes, { path: "*", element: <LostPage /> }] },
        ],
      },
    ],
    {
      basename: base,
      async patchRoutesOnNavigation({ patch }) {
        if (!isComplete) {
          isComplete = true;
          patch(PAGES, await others());
        }
      },
    },
  );
  const root = document.getElementById("root");
  if (!root) {
    throw new Error("the page has no root");
  }
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
