import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { Suspense } from "react";
import { createMemoryRouter, type RouteObject, RouterProvider } from "react-router";
import { newQueryClient } from "../api/queries";

/** Shows a page of a console at an address; what comes back tells where one is. */
export function show(routes: RouteObject[], at: string) {
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <Suspense fallback="Loading">
        <RouterProvider router={router} />
      </Suspense>
    </QueryClientProvider>,
  );
  return {
    address: () => `${router.state.location.pathname}${router.state.location.search}`,
  };
}
