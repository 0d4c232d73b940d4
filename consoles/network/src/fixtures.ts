import type { Decision, Site, Topology } from "./api.ts";

export function aSite(name: string, site: Partial<Site> = {}): Site {
  return { name, uid: `uid-${name}`, state: "live", lastHeard: "2026-05-01T12:00:00Z", router: "connected", ...site };
}

/** Two sites at one access point, of which one calls the other. */
export function aTopology(topology: Partial<Topology> = {}): Topology {
  return {
    sites: [aSite("shop-a"), aSite("shop-b", { state: "lost", router: undefined })],
    truncated: false,
    links: [
      {
        site: "uid-shop-a",
        attachment: "oslo-member",
        host: "oslo.example.net",
        port: 55700,
        priority: 2,
        state: "observed",
      },
      {
        site: "uid-shop-a",
        attachment: "rome-member",
        host: "rome.example.net",
        port: 55700,
        priority: 1,
        state: "failed",
        detail: "refused",
      },
      { site: "uid-shop-b", attachment: "oslo-member", host: "oslo.example.net", port: 55700, priority: 1 },
    ],
    processes: [
      { name: "till", site: "uid-shop-a", state: "observed" },
      { name: "printer", site: "uid-shop-a", state: "failed", detail: "exit code 1" },
      { name: "backend", site: "uid-shop-b", state: "unknown" },
    ],
    serviceLinks: [{ name: "orders", from: "uid-shop-a", to: "uid-shop-b", bytesPerSecond: 1234, connections: 3 }],
    ...topology,
  };
}

export function aDecision(decision: Partial<Decision> = {}): Decision {
  return {
    site: { name: "shop-a", uid: "uid-shop-a" },
    endpoint: "till",
    kind: "process",
    digest: "d2",
    state: "declined",
    since: "2026-05-01T12:00:00Z",
    verdict: { verdict: "declined", digest: "d2", reason: "not on a Friday", by: "shop-a" },
    ...decision,
  };
}
