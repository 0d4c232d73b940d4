import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { SessionGate } from "../app/session";
import { show } from "../testing/render";
import { api, problem, server, serves } from "../testing/server";
import type { Kind } from "./kind";
import { ListPage } from "./ListPage";

const KIND: Kind<{ name: string }> = {
  one: "Site",
  many: "Sites",
  explanation: "A site is a place.",
  path: "/backbones/:backbone/sites",
  keyOf: ({ name }) => name,
  columns: [{ title: "Name", cell: ({ name }) => name }],
  filters: [{ name: "state", title: "State", words: ["ready", "lost"] }],
  hasPast: true,
  create: () => ({
    title: "Add a site",
    submit: "Add",
    method: "POST",
    path: "/backbones/acme/sites",
    fields: [],
    body: () => ({}),
  }),
};

function showList(at = "/backbones/acme/sites") {
  return show(
    [
      {
        path: KIND.path,
        element: (
          <SessionGate title="Studio">
            <ListPage kind={KIND} level="h1" />
          </SessionGate>
        ),
      },
    ],
    at,
  );
}

/** What the service was asked, besides how much. */
function asked(request: Request): Record<string, string> {
  const { limit: _, ...rest } = Object.fromEntries(new URL(request.url).searchParams);
  return rest;
}

beforeEach(() => serves("/me", { username: "alice", roles: [], groups: [] }));

describe("ListPage", () => {
  it("says what there would be where there is nothing, and how to make it", async () => {
    serves("/backbones/acme/sites", { items: [] });
    showList();

    expect(await screen.findByText("No sites")).toBeInTheDocument();
    expect(screen.getByText("A site is a place.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Add a site" })).toBeInTheDocument();
  });

  it("keeps filters in the address and asks the service for them", async () => {
    const questions: Record<string, string>[] = [];
    server.use(
      http.get(api("/backbones/acme/sites"), ({ request }) => {
        questions.push(asked(request));
        return HttpResponse.json({ items: [{ name: "paris" }] });
      }),
    );
    const { address } = showList();

    await userEvent.selectOptions(await screen.findByLabelText("State"), "lost");

    await waitFor(() => expect(address()).toBe("/backbones/acme/sites?state=lost"));
    await waitFor(() => expect(questions.at(-1)).toEqual({ state: "lost" }));
  });

  it("shows the past as the address says, and lets nobody change it", async () => {
    const questions: Record<string, string>[] = [];
    server.use(
      http.get(api("/backbones/acme/sites"), ({ request }) => {
        questions.push(asked(request));
        return HttpResponse.json({ items: [{ name: "paris" }] });
      }),
    );
    showList("/backbones/acme/sites?at=7");

    expect(await screen.findByText("paris")).toBeInTheDocument();
    expect(questions).toEqual([{ at: "7" }]);
    expect(screen.queryByRole("button", { name: "Add a site" })).not.toBeInTheDocument();
  });

  it("has few rows of many in the page, and reads further pages when they are needed", async () => {
    const page = (from: number, next?: string) => ({
      items: Array.from({ length: 200 }, (_, index) => ({ name: `site-${from + index}` })),
      next,
    });
    server.use(
      http.get(api("/backbones/acme/sites"), ({ request }) =>
        HttpResponse.json(asked(request).after ? page(200) : page(0, "n1")),
      ),
    );
    showList();

    const table = await screen.findByRole("grid", { name: "Sites" });
    await within(table).findByText("site-0");

    expect(within(table).getAllByRole("row").length).toBeLessThan(60);
    expect(screen.getByText("200 rows and more")).toBeInTheDocument();
  });

  it("tells a problem and tries again when asked to", async () => {
    let isBroken = true;
    server.use(
      http.get(api("/backbones/acme/sites"), () =>
        isBroken
          ? problem({ status: 500, title: "Internal fault", incident: "4711" })
          : HttpResponse.json({ items: [{ name: "paris" }] }),
      ),
    );
    showList();

    expect(await screen.findByRole("alert")).toHaveTextContent("4711");
    isBroken = false;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByText("paris")).toBeInTheDocument();
  });
});
