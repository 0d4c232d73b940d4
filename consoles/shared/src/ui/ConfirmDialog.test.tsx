import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it, vi } from "vitest";
import { show } from "../testing/render";
import { api, problem, server } from "../testing/server";
import ConfirmDialog from "./ConfirmDialog";

const RECEIPT = { commandId: "c", stream: "backbone/acme", revision: 9, subject: "interior-site/rome" };

function showDialog() {
  const onDone = vi.fn();
  show(
    [
      {
        path: "/",
        element: (
          <ConfirmDialog
            title="Remove site"
            command={{ method: "DELETE", path: "/backbones/acme/sites/rome", revision: 4 }}
            isDangerous
            onClose={vi.fn()}
            onDone={onDone}
          />
        ),
      },
    ],
    "/",
  );
  return onDone;
}

describe("ConfirmDialog", () => {
  it("destroys nothing before its preview was seen", async () => {
    const asked: string[] = [];
    server.use(
      http.delete(api("/backbones/acme/sites/rome"), ({ request }) => {
        asked.push(`${new URL(request.url).search} ${request.headers.get("If-Match")}`);
        return HttpResponse.json({ ...RECEIPT, events: [{ type: "studio.events.InteriorSiteRemoved", data: {} }] });
      }),
    );
    const onDone = showDialog();

    expect(await screen.findByText("Interior site removed")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Remove site" })).toBeDisabled();
    expect(asked).toEqual(['?dryRun=true "4"']);
    await userEvent.click(screen.getByLabelText("I have seen what would happen"));
    await userEvent.click(screen.getByRole("button", { name: "Remove site" }));

    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(asked).toEqual(['?dryRun=true "4"', ' "4"']);
  });

  it("shows why it cannot be", async () => {
    server.use(
      http.delete(api("/backbones/acme/sites/rome"), () =>
        problem({ status: 409, title: "Still in use", detail: "link rome-paris needs it" }),
      ),
    );
    showDialog();

    expect(await screen.findByRole("alert")).toHaveTextContent("link rome-paris needs it");
    expect(screen.getByRole("button", { name: "Remove site" })).toBeDisabled();
  });
});
