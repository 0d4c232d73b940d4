import type { GraphEdge } from "@studio/shared/ui/Graph.tsx";
import type { GraphNode } from "@studio/shared/ui/GraphNodeBox.tsx";
import type { SiteLink, Topology } from "../api.ts";
import { membersOf, rateOf, runningOf } from "../members.ts";

/** More than so many sites are no picture any more. */
export const MOST_SITES = 150;

interface Drawn {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Sites that are not drawn. */
  left: number;
}

function lookOf(state: string | undefined): GraphEdge["look"] {
  return state === "observed" ? "good" : state === "failed" ? "bad" : "unknown";
}

function pointOf({ host, port }: SiteLink): string {
  return `${host}:${port}`;
}

/** Draws sites, the access points that they connect to, and which sites call which. */
export function drawn(topology: Topology): Drawn {
  const members = membersOf(topology);
  const shown = members.slice(0, MOST_SITES);
  const uids = new Set(shown.map(({ uid }) => uid));
  const links = shown.flatMap((member) => member.links);
  const points = new Map(links.map((link) => [pointOf(link), link]));
  return {
    nodes: [
      ...shown.map((member) => ({
        id: member.uid,
        kind: "site",
        title: member.name,
        detail: member.processes.length > 0 ? `${runningOf(member)} run` : undefined,
        state: member.state,
      })),
      ...[...points].map(([point, { attachment }]) => ({
        id: point,
        kind: "access point",
        title: attachment,
        detail: point,
      })),
    ],
    edges: [
      ...links.map((link) => ({
        id: `${link.site} ${pointOf(link)}`,
        from: link.site,
        to: pointOf(link),
        label: link.priority === 1 ? "link" : `link, choice ${link.priority}`,
        look: lookOf(link.state),
      })),
      ...topology.serviceLinks
        .filter(({ from, to }) => from !== to && uids.has(from) && uids.has(to))
        .map(({ name, from, to, bytesPerSecond }) => ({
          id: `${name} ${from} ${to}`,
          from,
          to,
          label: [name, rateOf(bytesPerSecond)].filter(Boolean).join(", "),
          look: "unknown" as const,
        })),
    ],
    left: members.length - shown.length,
  };
}
