import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it, vi } from "vitest";
import { show } from "../testing/render";
import { api, problem, server } from "../testing/server";
import CommandForm from "./CommandForm";
import { type Form, text } from "./form";

const FORM: Form = {
  title: "Add a site",
  submit: "Add",
  method: "POST",
  path: "/backbones/acme/sites",
  fields: [
    { name: "name", label: "Name", type: "text", isRequired: true },
    { name: "platform", label: "Platform", type: "choice", words: ["linux", "podman"] },
  ],
  initial: { platform: "linux" },
  body: (values) => ({ name: text(values, "name"), platform: text(values, "platform") }),
};

const RECEIPT = { commandId: "c", stream: "backbone/acme", revision: 2, subject: "interior-site/paris", events: [] };

function showForm(form = FORM) {
  const onClose = vi.fn();
  show([{ path: "/", element: <CommandForm form={form} onClose={onClose} /> }], "/");
  return onClose;
}

describe("CommandForm", () => {
  it("gives what was filled in, and closes", async () => {
    const bodies: unknown[] = [];
    server.use(
      http.post(api("/backbones/acme/sites"), async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(RECEIPT, { status: 201 });
      }),
    );
    const onClose = showForm();

    await userEvent.type(screen.getByLabelText(/Name/), "paris");
    await userEvent.selectOptions(screen.getByLabelText("Platform"), "podman");
    await userEvent.click(screen.getByRole("button", { name: "Add" }));

    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(bodies).toEqual([{ name: "paris", platform: "podman" }]);
  });

  it("shows what is wrong at the field, and keeps what was filled in", async () => {
    server.use(
      http.post(api("/backbones/acme/sites"), () =>
        problem({
          status: 400,
          title: "The request is not valid",
          errors: [{ pointer: "/name", detail: "must begin with a letter" }],
        }),
      ),
    );
    showForm();

    await userEvent.type(screen.getByLabelText(/Name/), "1");
    await userEvent.click(screen.getByRole("button", { name: "Add" }));

    expect(await screen.findByRole("alert")).toHaveTextContent("The request is not valid");
    expect(screen.getByLabelText(/Name/)).toHaveAccessibleDescription(/must begin with a letter/);
    expect(screen.getByLabelText(/Name/)).toHaveValue("1");
  });

  it("tries the same content again under the same key", async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post(api("/backbones/acme/sites"), ({ request }) => {
        keys.push(request.headers.get("Idempotency-Key"));
        return keys.length === 1 ? problem({ status: 503 }, { "Retry-After": "1" }) : HttpResponse.json(RECEIPT);
      }),
    );
    const onClose = showForm();

    await userEvent.type(screen.getByLabelText(/Name/), "paris");
    await userEvent.click(screen.getByRole("button", { name: "Add" }));

    await waitFor(() => expect(onClose).toHaveBeenCalled(), { timeout: 4000 });
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it("previews without doing", async () => {
    const asked: string[] = [];
    server.use(
      http.post(api("/backbones/acme/sites"), ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json({ ...RECEIPT, events: [{ type: "studio.events.InteriorSiteAdded", data: {} }] });
      }),
    );
    const onClose = showForm();

    await userEvent.type(screen.getByLabelText(/Name/), "paris");
    await userEvent.click(screen.getByRole("button", { name: "Preview" }));

    expect(await screen.findByText("Interior site added")).toBeInTheDocument();
    expect(asked).toEqual(["?dryRun=true"]);
    expect(onClose).not.toHaveBeenCalled();
  });

  it("destroys nothing before its preview was seen", async () => {
    const asked: string[] = [];
    server.use(
      http.post(api("/backbones/acme/sites"), ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json({ ...RECEIPT, events: [{ type: "studio.events.MemberSiteEvicted", data: {} }] });
      }),
    );
    const onClose = showForm({ ...FORM, isDangerous: true });

    await userEvent.type(screen.getByLabelText(/Name/), "paris{Enter}");
    expect(await screen.findByText("Member site evicted")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Add" }));

    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked).toEqual(["?dryRun=true", ""]);
  });

  it("shows a secret until it was copied", async () => {
    server.use(
      http.post(api("/backbones/acme/sites"), () => HttpResponse.json({ ...RECEIPT, token: "studio_secret" })),
    );
    const onClose = showForm();

    await userEvent.click(screen.getByRole("button", { name: "Add" }));
    expect(await screen.findByLabelText("The secret")).toHaveValue("studio_secret");
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "I have copied it" }));

    expect(onClose).toHaveBeenCalled();
  });
});
