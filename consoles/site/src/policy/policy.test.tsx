import { show } from "@studio/shared/testing/render.tsx";
import { api, problem, server, serves } from "@studio/shared/testing/server.ts";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { aStatus } from "../fixtures.ts";
import LeavePage from "./LeavePage.tsx";
import PolicyPage from "./PolicyPage.tsx";

function takes(method: "put" | "post", path: string): unknown[] {
  const taken: unknown[] = [];
  server.use(
    http[method](api(path), async ({ request }) => {
      taken.push(JSON.parse((await request.text()) || "null"));
      return HttpResponse.json({ seqs: [1] }, { status: 202 });
    }),
  );
  return taken;
}

beforeEach(() => serves("/status", aStatus()));

describe("PolicyPage", () => {
  it("accepts all changes until a time", async () => {
    const taken = takes("put", "/policy");
    show([{ path: "/", element: <PolicyPage /> }], "/");

    await userEvent.click(await screen.findByLabelText("Accept all changes"));
    fireEvent.change(screen.getByLabelText("Until"), { target: { value: "2030-01-02T03:04" } });
    await userEvent.click(screen.getByRole("button", { name: "Set policy" }));

    await waitFor(() => expect(taken).toEqual([{ accept: "all", until: new Date("2030-01-02T03:04").toISOString() }]));
  });

  it("shows what is wrong with the time at its field", async () => {
    serves("/status", aStatus({ policy: { accept: "all" } }));
    server.use(
      http.put(api("/policy"), () =>
        problem({ status: 400, errors: [{ pointer: "/until", detail: "must be in the future" }] }),
      ),
    );
    show([{ path: "/", element: <PolicyPage /> }], "/");

    fireEvent.change(await screen.findByLabelText("Until"), { target: { value: "2020-01-02T03:04" } });
    await userEvent.click(screen.getByRole("button", { name: "Set policy" }));

    await waitFor(() => expect(screen.getByLabelText("Until")).toHaveAccessibleDescription(/must be in the future/));
  });

  it("pauses after asking, and resumes at once", async () => {
    const taken = takes("put", "/paused");
    show([{ path: "/", element: <PolicyPage /> }], "/");

    await userEvent.click(await screen.findByRole("button", { name: "Pause" }));
    const dialog = await screen.findByRole("dialog");
    serves("/status", aStatus({ paused: true }));
    await userEvent.click(within(dialog).getByRole("button", { name: "Pause" }));
    await userEvent.click(await screen.findByRole("button", { name: "Resume" }));

    await waitFor(() => expect(taken).toEqual([{ paused: true }, { paused: false }]));
  });
});

describe("LeavePage", () => {
  it("leaves only for who wrote the network's name", async () => {
    const taken = takes("post", "/leave");
    show([{ path: "/", element: <LeavePage /> }], "/");

    await userEvent.click(await screen.findByRole("button", { name: "Leave hq" }));
    const dialog = await screen.findByRole("dialog", { name: /Leave hq/ });
    expect(within(dialog).getByRole("button", { name: "Leave" })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Write hq to confirm/), "hq");
    await userEvent.click(within(dialog).getByRole("button", { name: "Leave" }));

    expect(await screen.findByText("customer-a leaves hq")).toBeInTheDocument();
    expect(taken).toEqual([null]);
  });
});
