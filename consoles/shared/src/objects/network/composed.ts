import { useQueries } from "@tanstack/react-query";
import { read } from "../../api/client";
import { useList } from "../../api/queries";
import type { Egress, EndpointStanding, ImageVersion, Ingress, Process, ServiceLink } from "../../api/types";
import type { GraphEdge } from "../../ui/Graph";
import type { GraphNode } from "../../ui/GraphNodeBox";

const LIMIT = 500;

/** A part of the application: what it is, and which services it offers and requires. */
export interface Part extends GraphNode {
  segment: "processes" | "ingresses" | "egresses";
  offers: readonly string[];
  requires: readonly string[];
  standing: EndpointStanding | undefined;
}

export interface Composed {
  parts: readonly Part[];
  edges: readonly GraphEdge[];
  isLoading: boolean;
  error: unknown;
}

/** The path of the version that a process has a copy of. */
function versionPath({ image }: Process): string {
  return `/libraries/${image.library.replace("library/", "")}/images/${image.image}/versions/${image.version}`;
}

/** How a part does, from what the sites where it is meant to be make of it. */
function stateOf(standing: EndpointStanding | undefined): string | undefined {
  if (!standing || standing.sites === 0) {
    return undefined;
  }
  if (standing.failed > 0) {
    return "failed";
  }
  return standing.running === standing.sites ? "running" : standing.declined > 0 ? "declined" : "proposed";
}

function placesOf({ allocation }: Process | Ingress | Egress): string {
  const places = [...allocation.siteClasses, ...allocation.sites].map(({ name }) => name);
  return places.length > 0 ? places.join(", ") : "nowhere";
}

/** The whole composition of a network. */
export function useComposed(network: string, at: string | undefined): Composed {
  const processes = useList<Process>(`${network}/processes`, { at }, LIMIT);
  const ingresses = useList<Ingress>(`${network}/ingresses`, { at }, LIMIT);
  const egresses = useList<Egress>(`${network}/egresses`, { at }, LIMIT);
  const links = useList<ServiceLink>(`${network}/service-links`, { at }, LIMIT);
  const standings = useList<EndpointStanding>(`${network}/changes`, { at }, LIMIT);
  const paths = [...new Set(processes.items.map(versionPath))];
  const versions = useQueries({
    queries: paths.map((path) => ({
      queryKey: [path, {}],
      queryFn: () => read<ImageVersion>(path),
      // Whoever may see the network need not see the library; what the image offers is then not known here.
      retry: false,
    })),
    combine: (results) => new Map(paths.map((path, index) => [path, results[index]?.data])),
  });
  const standing = new Map(standings.items.map((each) => [each.endpoint, each]));
  const part = (endpoint: Process | Ingress | Egress) => ({
    id: endpoint.name,
    title: endpoint.name,
    detail: `at ${placesOf(endpoint)}`,
    standing: standing.get(endpoint.name),
    state: stateOf(standing.get(endpoint.name)),
  });
  const lists = [processes, ingresses, egresses, links, standings];
  return {
    parts: [
      ...ingresses.items.map<Part>((ingress) => ({
        ...part(ingress),
        kind: `ingress on ${ingress.port}`,
        segment: "ingresses",
        offers: [],
        requires: [ingress.service],
      })),
      ...processes.items.map<Part>((process) => ({
        ...part(process),
        kind: `process ${process.image.image}@${process.image.version}`,
        segment: "processes",
        offers: versions.get(versionPath(process))?.offers.map(({ service }) => service) ?? [],
        requires: versions.get(versionPath(process))?.requires.map(({ service }) => service) ?? [],
      })),
      ...egresses.items.map<Part>((egress) => ({
        ...part(egress),
        kind: "egress",
        segment: "egresses",
        offers: [egress.service],
        requires: [],
      })),
    ],
    edges: links.items.flatMap(edgesOf),
    isLoading: lists.some((list) => list.isLoading),
    error: lists.find((list) => list.error)?.error,
  };
}

/** A link leads from each that requires the service to each that offers it. */
function edgesOf({ name, offers, requires }: ServiceLink): GraphEdge[] {
  return requires.flatMap((from) =>
    offers.map((to) => ({ id: `${name} ${from} ${to}`, from, to, label: name, look: "unknown" as const })),
  );
}

/** The services that one part requires and another offers. */
export function sharedServices(parts: readonly Part[], from: string, to: string): string[] {
  const wanted = parts.find(({ id }) => id === from)?.requires ?? [];
  const given = new Set(parts.find(({ id }) => id === to)?.offers ?? []);
  return wanted.filter((service) => given.has(service));
}
