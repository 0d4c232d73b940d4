import { describe, expect, it } from "vitest";
import { aSite, aTopology } from "../fixtures.ts";
import { rateOf } from "../members.ts";
import { drawn, MOST_SITES } from "./graph.ts";

describe("the picture of a network", () => {
  it("has each site and each access point once, and what leads from one to the other", () => {
    const { nodes, edges } = drawn(aTopology());

    expect(nodes.map(({ title }) => title)).toEqual(["shop-a", "shop-b", "rome-member", "oslo-member"]);
    expect(edges.map(({ label, look }) => `${label} ${look}`)).toEqual([
      "link bad",
      "link, choice 2 good",
      "link unknown",
      "orders, 1.2 kB/s unknown",
    ]);
  });

  it("leaves out sites that are too many, and what leads to them", () => {
    const sites = Array.from({ length: MOST_SITES + 5 }, (_, at) => aSite(`site-${at}`));
    const serviceLinks = [{ name: "orders", from: "uid-site-0", to: `uid-site-${MOST_SITES + 1}` }];

    const { nodes, edges, left } = drawn(aTopology({ sites, links: [], processes: [], serviceLinks }));

    expect(nodes).toHaveLength(MOST_SITES);
    expect(edges).toEqual([]);
    expect(left).toBe(5);
  });

  it("tells rates as people read them", () => {
    expect([0, 999, 1500, 2_500_000, 3e12].map(rateOf)).toEqual([
      "0 B/s",
      "999 B/s",
      "1.5 kB/s",
      "2.5 MB/s",
      "3000.0 GB/s",
    ]);
  });
});
