import type { Decision, Flow, Site, Topology, Traffic, TrafficPoint } from "./api.ts";

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

export function aPoint(at: string, point: Partial<TrafficPoint> = {}): TrafficPoint {
  return {
    at,
    bytesToServer: 200,
    bytesToClient: 1800,
    connections: 0.5,
    services: [{ name: "orders", bytesPerSecond: 2000 }],
    ...point,
  };
}

export function aTraffic(traffic: Partial<Traffic> = {}): Traffic {
  const carried = {
    bytesToServer: 1500,
    bytesToClient: 2_500_000,
    bytesPerSecond: 1234,
    connections: 40,
    connectionsOpen: 3,
    failures: 2,
    answerMillis: 4.25,
  };
  return {
    at: "2026-05-01T12:01:00Z",
    services: [{ name: "orders", ...carried }],
    sites: [
      {
        site: { name: "shop-a", uid: "uid-shop-a" },
        reported: "2026-05-01T12:00:59Z",
        router: "3.5.1",
        calls: { name: "shop-a", ...carried },
        links: [{ name: "oslo-member", up: true, sent: 2000, received: 3000 }],
      },
    ],
    processes: [{ name: "backend", ...carried }],
    history: [aPoint("2026-05-01T12:00:40Z"), aPoint("2026-05-01T12:00:50Z"), aPoint("2026-05-01T12:01:00Z")],
    truncated: false,
    ...traffic,
  };
}

export function aFlow(flow: Partial<Flow> = {}): Flow {
  return {
    id: "AwTOW:7",
    service: "orders",
    site: { name: "shop-a", uid: "uid-shop-a" },
    to: { name: "shop-b", uid: "uid-shop-b" },
    process: "backend",
    client: "127.0.0.1:4711",
    began: "2026-05-01T12:00:00Z",
    bytesToServer: 100,
    bytesToClient: 2000,
    answerMillis: 4.2,
    ...flow,
  };
}
