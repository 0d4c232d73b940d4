import "@patternfly/react-core/dist/styles/base.css";
import "./studio.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, type RouteObject } from "react-router";
import { RouterProvider } from "react-router/dom";
import { newQueryClient } from "../api/queries";
import { FaultPage, LostPage } from "./FaultPage";
import { followTheme } from "./theme";

const PAGES = "pages";

/** What is there until the first page is. */
function Blank() {
  return null;
}

interface Pages {
  /** Where it is below the origin. */
  base: string;
  /** What is around every page. */
  layout: ReactNode;
  /** The first pages. */
  routes: RouteObject[];
  /** All others, which come when somebody goes to one of them. */
  others(): Promise<RouteObject[]>;
}

/** Puts pages into the window. */
export function mount({ base, layout, routes, others }: Pages): void {
  let isComplete = false;
  followTheme();
  const client = newQueryClient();
  const router = createBrowserRouter(
    [
      {
        element: layout,
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
