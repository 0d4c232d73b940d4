import type { Change, Component, SiteStatus } from "./api.ts";

/** A site with nothing special about it; each test says what is. */
export function aStatus(status: Partial<SiteStatus> = {}): SiteStatus {
  return {
    site: { name: "customer-a", uid: "s1" },
    network: { name: "hq", uid: "n1" },
    connected: true,
    lastHeard: "2026-05-01T12:00:00Z",
    paused: false,
    policy: { accept: "ask" },
    router: { id: "hq-customer-a", state: "running", version: "3.5.1" },
    counts: { proposed: 1, accepted: 0, declined: 0, running: 0, failed: 0 },
    ...status,
  };
}

export function aChange(name: string, change: Partial<Change> = {}): Change {
  return {
    endpoint: { name, uid: `uid-${name}` },
    kind: "process",
    digest: `digest-${name}`,
    state: "proposed",
    why: `${name} is allocated to the class gold, which this site has.`,
    by: "alice",
    since: "2026-05-01T11:00:00Z",
    risks: [],
    wanted: { image: { name, version: "1.0.0" } },
    difference: [{ field: "image.version", after: "1.0.0" }],
    inputsWanted: [],
    ...change,
  };
}

export function aComponent(name: string, component: Partial<Component> = {}): Component {
  return {
    endpoint: { name, uid: `uid-${name}` },
    kind: "process",
    state: "running",
    pid: 4711,
    restarts: 0,
    since: "2026-05-01T11:00:00Z",
    image: name,
    version: "1.0.0",
    listens: ["127.0.0.1:8080"],
    connects: ["orders:8080"],
    ...component,
  };
}
