import { Bullseye, Spinner } from "@patternfly/react-core";
import { useList } from "@studio/shared/api/queries.ts";
import type { AccessPoint, InteriorSite, Link } from "@studio/shared/api/types.ts";
import { useAt } from "@studio/shared/app/at.ts";
import { useShown } from "@studio/shared/objects/shown.ts";
import Graph, { type GraphEdge } from "@studio/shared/ui/Graph.tsx";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { useMemo } from "react";
import { useSearchParams } from "react-router";

const LIMIT = 500;

function lookOf(state: string): GraphEdge["look"] {
  return state === "up" ? "good" : state === "down" ? "bad" : "unknown";
}

/** A backbone's sites and the links between them, as they are now or were then. */
export default function Topology() {
  const { path } = useShown();
  const [at] = useAt();
  const [parameters, setParameters] = useSearchParams();
  const sites = useList<InteriorSite>(`${path}/sites`, { at }, LIMIT);
  const points = useList<AccessPoint>(`${path}/access-points`, { at }, LIMIT);
  const links = useList<Link>(`${path}/links`, { at }, LIMIT);
  const selected = parameters.get("select") ?? undefined;
  const nodes = useMemo(
    () =>
      sites.items.map(({ name, platform, location, state }) => ({
        id: name,
        kind: platform,
        title: name,
        detail: location,
        state,
      })),
    [sites.items],
  );
  const edges = useMemo(() => {
    const siteOf = new Map(points.items.map(({ name, site }) => [name, site]));
    return links.items.flatMap(({ name, from, accessPoint, cost, state }) => {
      const to = siteOf.get(accessPoint);
      return to ? [{ id: name, from, to, label: `cost ${cost}`, look: lookOf(state) }] : [];
    });
  }, [points.items, links.items]);
  const lists = [sites, points, links];
  const failed = lists.find((list) => list.error);
  if (failed) {
    return <ProblemAlert error={failed.error} retry={failed.reload} />;
  }
  if (lists.some((list) => list.isLoading)) {
    return (
      <Bullseye>
        <Spinner aria-label="Loading" />
      </Bullseye>
    );
  }
  if (nodes.length === 0) {
    return <Nothing title="No sites">Sites and links between them appear here.</Nothing>;
  }
  const select = (id: string | undefined) =>
    setParameters(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (id) {
          next.set("select", id);
        } else {
          next.delete("select");
        }
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <Graph label="Topology" nodes={nodes} edges={edges} selected={selected} onSelect={select} />
      <p aria-live="polite">
        {selected ? <ObjectLink to={`${path}/sites/${selected}`}>Open {selected}</ObjectLink> : "Choose a site."}
      </p>
    </>
  );
}
