import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { useLocation } from "react-router";
import { describe, expect, it } from "vitest";
import { show } from "../testing/render";
import { api, problem, server } from "../testing/server";
import { CodeGate } from "./CodeGate";

function Inside() {
  const { pathname, search, hash } = useLocation();
  return <p>inside {pathname + search + hash}</p>;
}

function come(address: string): unknown[] {
  const keys: unknown[] = [];
  server.use(
    http.post(api("/session"), async ({ request }) => {
      keys.push(await request.json());
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(api("/networks"), () =>
      keys.length > 0 ? HttpResponse.json({ items: [] }) : problem({ status: 401, title: "Not signed in" }),
    ),
  );
  const gate = (
    <CodeGate title="Studio network" probe="/networks" hint="A hint.">
      <Inside />
    </CodeGate>
  );
  show([{ path: "*", element: gate }], address);
  return keys;
}

describe("CodeGate", () => {
  it("posts the token that is behind the #, and takes it out of the address", async () => {
    const keys = come("/networks/shop?select=a#token=a.b.c");

    await screen.findByText("inside /networks/shop?select=a");
    expect(keys).toEqual([{ token: "a.b.c" }]);
  });

  it("posts the code of a printed link, and takes it out of the address", async () => {
    const keys = come("/?code=4711");

    await screen.findByText("inside /");
    expect(keys).toEqual([{ code: "4711" }]);
  });

  it("says what was refused, and how to get in", async () => {
    server.use(
      http.post(api("/session"), () => problem({ status: 401, title: "Wrong", detail: "the pass was used before" })),
      http.get(api("/networks"), () => problem({ status: 401, title: "Not signed in" })),
    );
    const gate = (
      <CodeGate title="Studio network" probe="/networks" hint="A hint.">
        <Inside />
      </CodeGate>
    );
    show([{ path: "*", element: gate }], "/#token=a.b.c");

    await waitFor(() => expect(screen.getByText("the pass was used before")).toBeVisible());
    expect(screen.getByText("A hint.")).toBeVisible();
  });
});
