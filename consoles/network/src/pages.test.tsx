import { show } from "@studio/shared/testing/render.tsx";
import { api, eventStream, problem, server, serves } from "@studio/shared/testing/server.ts";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { useNetworkLive } from "./api.ts";
import DecisionsPage from "./DecisionsPage.tsx";
import { aDecision, aSite, aTopology } from "./fixtures.ts";
import MembersPage from "./MembersPage.tsx";
import { membersOf } from "./members.ts";
import { NetworksPage } from "./NetworksPage.tsx";
import ServicesPage from "./ServicesPage.tsx";
import { SitePanel } from "./topology/SitePanel.tsx";

describe("NetworksPage", () => {
  it("leads to each network whose home runs here", async () => {
    serves("/networks", { items: [{ name: "shop", uid: "n1" }] });
    show([{ path: "/", element: <NetworksPage /> }], "/");

    expect(await screen.findByRole("link", { name: "shop" })).toHaveAttribute("href", "/networks/shop");
  });
});

describe("MembersPage", () => {
  it("tells of each member how it does, by its preferred link", async () => {
    serves("/networks/shop/topology", aTopology());
    show([{ path: "/networks/:network/members", element: <MembersPage /> }], "/networks/shop/members");

    const row = await screen.findByRole("row", { name: /shop-a/ });
    expect(row).toHaveTextContent("rome.example.net:55700");
    expect(row).toHaveTextContent("failed");
    expect(row).toHaveTextContent("1 of 2");
  });

  it("keeps its filters in the address", async () => {
    serves("/networks/shop/topology", aTopology());
    const { address } = show(
      [{ path: "/networks/:network/members", element: <MembersPage /> }],
      "/networks/shop/members",
    );

    await userEvent.selectOptions(await screen.findByLabelText("State"), "lost");

    await waitFor(() => expect(screen.queryByRole("row", { name: /shop-a/ })).not.toBeInTheDocument());
    expect(screen.getByRole("row", { name: /shop-b/ })).toBeInTheDocument();
    expect(address()).toBe("/networks/shop/members?state=lost");
  });

  it("shows who joins as they join", async () => {
    let asked = 0;
    server.use(
      http.get(api("/networks/shop/topology"), () =>
        HttpResponse.json(aTopology({ sites: Array.from({ length: ++asked }, (_, at) => aSite(`site-${at}`)) })),
      ),
      http.get(api("/networks/shop/watch"), () => eventStream(["event: topology\ndata:\n\n"], true)),
    );
    function Live() {
      useNetworkLive("/networks/shop");
      return <MembersPage />;
    }
    show([{ path: "/networks/:network/members", element: <Live /> }], "/networks/shop/members");

    expect(await screen.findByRole("link", { name: "site-1" })).toBeInTheDocument();
  });

  it("tells a problem", async () => {
    server.use(http.get(api("/networks/shop/topology"), () => problem({ status: 404, title: "Not found" })));
    show([{ path: "/networks/:network/members", element: <MembersPage /> }], "/networks/shop/members");

    expect(await screen.findByRole("alert")).toHaveTextContent("Not found");
  });
});

describe("ServicesPage", () => {
  it("tells who calls whom and how much flows, where that is measured", async () => {
    serves("/networks/shop/topology", aTopology());
    show([{ path: "/networks/:network/services", element: <ServicesPage /> }], "/networks/shop/services");

    const row = await screen.findByRole("row", { name: /orders/ });
    expect(row).toHaveTextContent("shop-ashop-b1.2 kB/s3");
  });
});

describe("DecisionsPage", () => {
  it("tells who declined what and why, and nothing of a verdict on something else", async () => {
    serves("/networks/shop/decisions", {
      items: [
        aDecision(),
        aDecision({ endpoint: "backend", state: "proposed", digest: "d3", detail: "waits for the participant" }),
      ],
    });
    show([{ path: "/networks/:network/decisions", element: <DecisionsPage /> }], "/networks/shop/decisions");

    expect(await screen.findByRole("row", { name: /till/ })).toHaveTextContent("not on a Friday");
    const proposed = screen.getByRole("row", { name: /backend/ });
    expect(proposed).toHaveTextContent("waits for the participant");
    expect(proposed).not.toHaveTextContent("not on a Friday");
  });
});

describe("SitePanel", () => {
  it("tells of a site its links, what runs, whom it calls", () => {
    const topology = aTopology();
    const [member] = membersOf(topology);
    if (!member) {
      throw new Error("there is a member");
    }
    show(
      [{ path: "/networks/:network", element: <SitePanel member={member} services={topology.serviceLinks} /> }],
      "/networks/shop",
    );

    const panel = screen.getByRole("complementary", { name: "About shop-a" });
    expect(panel).toHaveTextContent("refused");
    expect(panel).toHaveTextContent("exit code 1");
    expect(within(panel).getByText("orders")).toBeInTheDocument();
  });
});
