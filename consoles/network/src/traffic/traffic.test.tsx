import { show } from "@studio/shared/testing/render.tsx";
import { api, eventStream, problem, server, serves } from "@studio/shared/testing/server.ts";
import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { useNetworkLive } from "../api.ts";
import { aFlow, aPoint, aTraffic } from "../fixtures.ts";
import { millisOf, sizeOf } from "../members.ts";
import FlowsPage from "./FlowsPage.tsx";
import { connectionsOf, directionsOf, servicesOf } from "./series.ts";
import TrafficPage from "./TrafficPage.tsx";

const TRAFFIC = [{ path: "/networks/:network/traffic", element: <TrafficPage /> }];
const FLOWS = [{ path: "/networks/:network/flows", element: <FlowsPage /> }];

describe("TrafficPage", () => {
  it("tells what each service, site and process carried", async () => {
    serves("/networks/shop/traffic", aTraffic());
    show(TRAFFIC, "/networks/shop/traffic");

    const services = await screen.findByRole("grid", { name: "Services" });
    expect(within(services).getByRole("row", { name: /orders/ })).toHaveTextContent("1.2 kB/s1.5 kB2.5 MB34024.3 ms");
    expect(within(services).getByRole("link", { name: "orders" })).toHaveAttribute(
      "href",
      "/networks/shop/flows?service=orders",
    );
    expect(screen.getByRole("row", { name: /shop-a/ })).toHaveTextContent("2.0 kB3.0 kBoslo-member up3.5.1");
    expect(screen.getByRole("row", { name: /backend/ })).toBeInTheDocument();
    // The library of the charts is large, and loaded when the first of them is shown.
    expect(await screen.findByRole("img", { name: "Bytes by service" }, { timeout: 20_000 })).toBeInTheDocument();
  }, 30_000);

  it("says so while nothing was measured", async () => {
    serves("/networks/shop/traffic", aTraffic({ services: [], sites: [], processes: [], history: [] }));
    show(TRAFFIC, "/networks/shop/traffic");

    expect(await screen.findByText("Nothing was measured yet")).toBeInTheDocument();
  });

  it("waits with charts for a second point", async () => {
    serves("/networks/shop/traffic", aTraffic({ history: [aPoint("2026-05-01T12:00:00Z")] }));
    show(TRAFFIC, "/networks/shop/traffic");

    expect(await screen.findByText("No charts yet")).toBeInTheDocument();
  });

  it("tells a problem", async () => {
    server.use(http.get(api("/networks/shop/traffic"), () => problem({ status: 404, title: "Not found" })));
    show(TRAFFIC, "/networks/shop/traffic");

    expect(await screen.findByRole("alert")).toHaveTextContent("Not found");
  });
});

describe("FlowsPage", () => {
  it("tells of each connection whom it calls, how it goes and how it ended", async () => {
    serves("/networks/shop/flows", {
      items: [aFlow(), aFlow({ id: "AwTOW:8", ended: "2026-05-01T12:00:01Z", error: "refused", to: undefined })],
      truncated: true,
    });
    show(FLOWS, "/networks/shop/flows");

    const open = await screen.findByRole("row", { name: /shop-b/ });
    expect(open).toHaveTextContent("shop-b, backend");
    expect(open).toHaveTextContent("open");
    expect(screen.getByRole("row", { name: /refused/ })).toHaveTextContent("failed");
    expect(screen.getByText(/There is more than the home shows/)).toBeInTheDocument();
  });

  it("keeps its filters in the address", async () => {
    serves("/networks/shop/flows", { items: [aFlow(), aFlow({ id: "b", service: "mail" })], truncated: false });
    show(FLOWS, "/networks/shop/flows?service=mail");

    expect(await screen.findByRole("row", { name: /mail/ })).toBeInTheDocument();
    expect(screen.queryByRole("row", { name: /orders/ })).not.toBeInTheDocument();
  });

  it("follows the traffic", async () => {
    let asked = 0;
    server.use(
      http.get(api("/networks/shop/flows"), () =>
        HttpResponse.json({ items: [aFlow({ client: `127.0.0.1:${++asked}` })], truncated: false }),
      ),
      http.get(api("/networks/shop/watch"), () => eventStream(["event: traffic\ndata:\n\n"], true)),
    );
    function Live() {
      useNetworkLive("/networks/shop");
      return <FlowsPage />;
    }
    show([{ path: "/networks/:network/flows", element: <Live /> }], "/networks/shop/flows");

    expect(await screen.findByRole("row", { name: /127.0.0.1:2/ })).toBeInTheDocument();
  });
});

describe("what charts show", () => {
  const history = [
    aPoint("2026-05-01T12:00:00Z", { services: [{ name: "a", bytesPerSecond: 5 }] }),
    aPoint("2026-05-01T12:00:10Z", {
      services: [
        { name: "b", bytesPerSecond: 50 },
        { name: "a", bytesPerSecond: 10 },
      ],
    }),
  ];

  it("are the largest services, with nothing where nothing is told", () => {
    expect(servicesOf(history, 5).map(({ name, points }) => [name, points.map(({ y }) => y)])).toEqual([
      ["b", [0, 50]],
      ["a", [5, 10]],
    ]);
    expect(servicesOf(history, 1)).toHaveLength(1);
  });

  it("are both directions, and connections", () => {
    expect(directionsOf(history).map(({ points }) => points.at(-1)?.y)).toEqual([200, 1800]);
    expect(connectionsOf(history).map(({ points }) => points.length)).toEqual([2]);
  });

  it("are told as people read them", () => {
    expect([0, 1500].map(sizeOf)).toEqual(["0 B", "1.5 kB"]);
    expect([undefined, 4.25, 120.4].map(millisOf)).toEqual(["–", "4.3 ms", "120 ms"]);
  });
});
