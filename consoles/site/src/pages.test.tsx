import { CodeGate } from "@studio/shared/app/CodeGate.tsx";
import { show } from "@studio/shared/testing/render.tsx";
import { api, eventStream, problem, server, serves } from "@studio/shared/testing/server.ts";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { useSiteLive } from "./api.ts";
import ComponentPage from "./components/ComponentPage.tsx";
import ComponentsPage from "./components/ComponentsPage.tsx";
import ConnectionPage from "./connection/ConnectionPage.tsx";
import { aComponent, aStatus } from "./fixtures.ts";

describe("what runs", () => {
  it("tells what each thing listens on and how it does", async () => {
    serves("/components", {
      items: [aComponent("backend"), aComponent("till", { state: "failed", reason: "exit code 1", listens: [] })],
    });
    show([{ path: "/components", element: <ComponentsPage /> }], "/components");

    expect(await screen.findByRole("row", { name: /backend/ })).toHaveTextContent("127.0.0.1:8080");
    expect(screen.getByRole("row", { name: /till/ })).toHaveTextContent("exit code 1");
  });

  it("shows what a process says, as far back as the address says", async () => {
    serves("/components", { items: [aComponent("backend")] });
    const asked: string[] = [];
    server.use(
      http.get(api("/components/backend/logs"), ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.text("listening on 8080\n");
      }),
    );
    const { address } = show([{ path: "/components/:component", element: <ComponentPage /> }], "/components/backend");

    expect(await screen.findByRole("region", { name: "Logs of backend" })).toHaveTextContent("listening on 8080");
    await userEvent.click(screen.getByRole("button", { name: "1,000 lines" }));

    await waitFor(() => expect(asked).toEqual(["?tail=200", "?tail=1000"]));
    expect(address()).toBe("/components/backend?tail=1000");
  });

  it("is read again when the agent says that it is old", async () => {
    let read = 0;
    server.use(
      http.get(api("/components"), () => HttpResponse.json({ items: [aComponent(`backend-${++read}`)] })),
      http.get(api("/watch"), () => eventStream(["event: components\ndata:\n\n"], true)),
    );
    function Live() {
      useSiteLive();
      return <ComponentsPage />;
    }
    show([{ path: "/components", element: <Live /> }], "/components");

    expect(await screen.findByRole("link", { name: /backend-[23]/ })).toBeInTheDocument();
  });
});

describe("ConnectionPage", () => {
  it("tells how the router does, and what is missing", async () => {
    serves("/status", aStatus({ connected: false }));
    serves("/doctor", { checks: [{ name: "skrouterd", ok: false, detail: "not found", hint: "Install it." }] });
    show([{ path: "/connection", element: <ConnectionPage /> }], "/connection");

    expect(await screen.findByText("hq-customer-a")).toBeInTheDocument();
    expect(screen.getByText("lost")).toBeInTheDocument();
    expect(await screen.findByText(/not found/)).toBeInTheDocument();
    expect(screen.getByText("Install it.")).toBeInTheDocument();
  });
});

describe("CodeGate", () => {
  function showGate(at: string) {
    return show(
      [
        {
          path: "*",
          element: (
            <CodeGate title="Studio site" probe="/status" hint="Look at the agent's output.">
              <p>inside</p>
            </CodeGate>
          ),
        },
      ],
      at,
    );
  }

  it("opens a session with the code of the link, and takes it out of the address", async () => {
    const codes: unknown[] = [];
    server.use(
      http.post(api("/session"), async ({ request }) => {
        codes.push(await request.json());
        serves("/status", aStatus());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { address } = showGate("/?code=4711&state=declined");

    expect(await screen.findByText("inside")).toBeInTheDocument();
    expect(codes).toEqual([{ code: "4711" }]);
    expect(address()).toBe("/?state=declined");
  });

  it("says why a code is of no use, and takes another", async () => {
    server.use(
      http.get(api("/status"), () => problem({ status: 401 })),
      http.post(api("/session"), async ({ request }) => {
        const { code } = (await request.json()) as { code: string };
        if (code !== "fresh") {
          return problem({ status: 401, title: "The code was used" });
        }
        serves("/status", aStatus());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    showGate("/?code=stale");

    expect(await screen.findByRole("alert")).toHaveTextContent("The code was used");
    await userEvent.type(screen.getByLabelText(/Code/), "fresh");
    await userEvent.click(screen.getByRole("button", { name: "Open" }));

    expect(await screen.findByText("inside")).toBeInTheDocument();
  });
});
