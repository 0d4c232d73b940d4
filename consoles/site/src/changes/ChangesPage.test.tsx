import { show } from "@studio/shared/testing/render.tsx";
import { api, problem, server, serves } from "@studio/shared/testing/server.ts";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { aChange, aStatus } from "../fixtures.ts";
import { ChangesPage } from "./ChangesPage.tsx";

function showChanges(at = "/") {
  return show([{ path: "/", element: <ChangesPage /> }], at);
}

/** The agent takes every decision; what it was told comes back. */
function takesDecisions(): unknown[] {
  const taken: unknown[] = [];
  server.use(
    http.post(api("/decisions"), async ({ request }) => {
      taken.push(await request.json());
      return HttpResponse.json({ seqs: [1] }, { status: 202 });
    }),
  );
  return taken;
}

beforeEach(() => serves("/status", aStatus()));

describe("ChangesPage", () => {
  it("says what the network wants, why, who wants it, what differs and what is risky", async () => {
    serves("/changes", {
      items: [
        aChange("backend", {
          now: {},
          risks: ["new-image", "outside-access"],
          difference: [{ field: "image.version", before: "1.0.0", after: "2.0.0" }],
        }),
        aChange("till"),
        aChange("old", { state: "declined" }),
      ],
    });
    showChanges();

    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("hq wants to make 2 changes here");
    const backend = screen.getByRole("article", { name: "backend" });
    expect(backend).toHaveTextContent("backend is allocated to the class gold");
    expect(backend).toHaveTextContent("Asked for by alice");
    expect(backend).toHaveTextContent("New image");
    expect(backend).toHaveTextContent("Reaches outside");
    expect(within(backend).getByRole("row", { name: /image.version/ })).toHaveTextContent("1.0.02.0.0");
    expect(screen.queryByRole("article", { name: "old" })).not.toBeInTheDocument();
  });

  it("accepts all after asking once more, pinned to what was shown", async () => {
    serves("/changes", { items: [aChange("backend", { risks: ["new-port"] }), aChange("till")] });
    const taken = takesDecisions();
    showChanges();

    await userEvent.click(await screen.findByRole("button", { name: "Accept all" }));
    const dialog = await screen.findByRole("dialog", { name: "Accept 2 changes" });
    expect(dialog).toHaveTextContent("New port");
    await userEvent.click(within(dialog).getByRole("button", { name: "Accept" }));

    expect(await screen.findByText("2 changes accepted")).toBeInTheDocument();
    expect(taken).toEqual([
      {
        verdict: "accept",
        changes: [
          { endpoint: "uid-backend", digest: "digest-backend" },
          { endpoint: "uid-till", digest: "digest-till" },
        ],
      },
    ]);
  });

  it("asks for what only the participant can fill in before it accepts", async () => {
    serves("/changes", { items: [aChange("backend", { inputsWanted: ["DB_HOST"] })] });
    const taken = takesDecisions();
    showChanges();

    await userEvent.click(await screen.findByRole("button", { name: "Accept" }));
    const dialog = await screen.findByRole("dialog", { name: "Accept backend" });
    expect(within(dialog).getByRole("button", { name: "Accept" })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/DB_HOST/), "db.local");
    await userEvent.click(within(dialog).getByRole("button", { name: "Accept" }));

    await waitFor(() =>
      expect(taken).toEqual([
        {
          verdict: "accept",
          changes: [{ endpoint: "uid-backend", digest: "digest-backend", inputs: { DB_HOST: "db.local" } }],
        },
      ]),
    );
  });

  it("declines with a reason, and what is here stays", async () => {
    serves("/changes", { items: [aChange("backend")] });
    const taken = takesDecisions();
    showChanges();

    await userEvent.click(await screen.findByRole("button", { name: "Decline" }));
    const dialog = await screen.findByRole("dialog", { name: "Decline backend" });
    expect(within(dialog).queryByLabelText("It is ended and removed")).not.toBeInTheDocument();
    expect(within(dialog).getByRole("button", { name: "Decline" })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), "not on a Friday");
    await userEvent.click(within(dialog).getByRole("button", { name: "Decline" }));

    await waitFor(() =>
      expect(taken).toEqual([
        {
          verdict: "decline",
          changes: [{ endpoint: "uid-backend", digest: "digest-backend" }],
          reason: "not on a Friday",
        },
      ]),
    );
  });

  it("removes what is here only from who said that they understand", async () => {
    serves("/changes", { items: [aChange("backend", { state: "accepted", now: {} })] });
    const taken = takesDecisions();
    showChanges("/?state=accepted");

    await userEvent.click(await screen.findByRole("button", { name: "Decline" }));
    const dialog = await screen.findByRole("dialog", { name: "Decline backend" });
    await userEvent.type(within(dialog).getByLabelText(/Reason/), "not needed");
    await userEvent.click(within(dialog).getByLabelText("It is ended and removed"));
    const submit = within(dialog).getByRole("button", { name: "Decline and remove" });
    expect(submit).toBeDisabled();
    await userEvent.click(within(dialog).getByLabelText(/I understand/));
    await userEvent.click(submit);

    await waitFor(() =>
      expect(taken).toEqual([
        {
          verdict: "decline-and-remove",
          changes: [{ endpoint: "uid-backend", digest: "digest-backend" }],
          reason: "not needed",
        },
      ]),
    );
  });

  it("keeps what is decided while the network cannot be reached, and says so", async () => {
    serves("/status", aStatus({ connected: false }));
    serves("/changes", { items: [aChange("backend")] });
    takesDecisions();
    showChanges();

    await userEvent.click(await screen.findByRole("button", { name: "Accept" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Accept" }));

    expect(await screen.findByText(/sent when the network can be reached again/)).toBeInTheDocument();
  });

  it("shows a refusal and keeps what was filled in", async () => {
    serves("/changes", { items: [aChange("backend")] });
    server.use(
      http.post(api("/decisions"), () =>
        problem({ status: 409, title: "It has changed since", detail: "backend is another now" }),
      ),
    );
    showChanges();

    await userEvent.click(await screen.findByRole("button", { name: "Decline" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.type(within(dialog).getByLabelText(/Reason/), "no");
    await userEvent.click(within(dialog).getByRole("button", { name: "Decline" }));

    expect(await within(dialog).findByRole("alert")).toHaveTextContent("backend is another now");
    expect(within(dialog).getByLabelText(/Reason/)).toHaveValue("no");
  });

  it("tells what was declined and why, at an address of its own", async () => {
    serves("/changes", {
      items: [
        aChange("backend", {
          state: "declined",
          verdict: {
            by: "operator",
            at: "2026-05-01T12:00:00Z",
            reason: "too much memory",
            refusal: "the site has left",
          },
        }),
      ],
    });
    const { address } = showChanges();

    expect(await screen.findByText("Nothing waits for you")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Declined (1)" }));

    expect(screen.getByRole("article", { name: "backend" })).toHaveTextContent("too much memory");
    expect(screen.getByText(/hq refused it: the site has left/)).toBeInTheDocument();
    expect(address()).toBe("/?state=declined");
  });
});
