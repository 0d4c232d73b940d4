import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useObject } from "../api/queries";
import { show } from "../testing/render";
import { api, eventStream, problem, server } from "../testing/server";
import { LiveLabel, useLive } from "./live";

function Revision() {
  const network = useObject<{ revision: number }>("/networks/shop");
  return (
    <>
      <LiveLabel state={useLive()} />
      <p>revision {network.data?.revision}</p>
    </>
  );
}

function serveNetwork(): { asked: number } {
  const count = { asked: 0 };
  server.use(http.get(api("/networks/shop"), () => HttpResponse.json({ revision: ++count.asked })));
  return count;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("useLive", () => {
  it("reads again what an event of its stream made old", async () => {
    serveNetwork();
    server.use(http.get(api("/audit"), () => eventStream(['id: 1\ndata: {"stream":"network/shop"}\n\n'], true)));
    show([{ path: "/", element: <Revision /> }], "/");

    expect(await screen.findByText("Live")).toBeInTheDocument();
    expect(await screen.findByText(/revision [23]/)).toBeInTheDocument();
  });

  it("leaves alone what an event has nothing to do with", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ["setTimeout", "clearTimeout"] });
    const network = serveNetwork();
    server.use(http.get(api("/audit"), () => eventStream(['id: 1\ndata: {"stream":"network/shop-two"}\n\n'], true)));
    show([{ path: "/", element: <Revision /> }], "/");
    await screen.findByText("Live");
    await screen.findByText(/revision \d/);
    const before = network.asked;

    await vi.advanceTimersByTimeAsync(700);

    expect(network.asked).toBe(before);
  });

  it("says when it cannot follow", async () => {
    serveNetwork();
    server.use(http.get(api("/audit"), () => problem({ status: 406 })));
    show([{ path: "/", element: <Revision /> }], "/");

    expect(await screen.findByText("On focus")).toBeInTheDocument();
  });
});
