import { Alert, Bullseye, Content, Grid, GridItem, PageSection, Spinner } from "@patternfly/react-core";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { lazy, Suspense, useMemo } from "react";
import { useParams, useSearchParams } from "react-router";
import { type Topology, useNetworkPath, useTopology } from "../api.ts";
import { membersOf } from "../members.ts";
import { drawn, MOST_SITES } from "./graph.ts";
import { SitePanel } from "./SitePanel.tsx";

const Graph = lazy(() => import("@studio/shared/ui/Graph.tsx"));

const SELECT = "select";

function Loading() {
  return (
    <Bullseye>
      <Spinner aria-label="Loading" />
    </Bullseye>
  );
}

/** A network as it stands: its sites, where they connect, and which call which. */
export default function TopologyPage() {
  const topology = useTopology();
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">{useParams().network}</Content>
      {topology.error && <ProblemAlert error={topology.error} retry={() => void topology.refetch()} />}
      {topology.isPending && <Loading />}
      {topology.data?.sites.length === 0 && (
        <Nothing title="Nobody has joined yet">A site appears here when somebody joins with an invitation.</Nothing>
      )}
      {topology.data && topology.data.sites.length > 0 && <Picture topology={topology.data} />}
    </PageSection>
  );
}

function Picture({ topology }: { topology: Topology }) {
  const path = useNetworkPath();
  const [parameters, setParameters] = useSearchParams();
  const selected = parameters.get(SELECT) ?? undefined;
  const { nodes, edges, left } = useMemo(() => drawn(topology), [topology]);
  const member = useMemo(() => membersOf(topology).find(({ uid }) => uid === selected), [topology, selected]);
  const select = (id: string | undefined) => setParameters(id ? { [SELECT]: id } : {}, { replace: true });
  return (
    <>
      {(left > 0 || topology.truncated) && (
        <Alert component="h2" isInline variant="info" title={`The picture shows the first ${MOST_SITES} sites.`}>
          <ObjectLink to={`${path}/members`}>See all members</ObjectLink>
        </Alert>
      )}
      <Grid hasGutter>
        <GridItem lg={member ? 9 : 12}>
          <Suspense fallback={<Loading />}>
            <Graph label="Topology" nodes={nodes} edges={edges} selected={selected} onSelect={select} />
          </Suspense>
        </GridItem>
        {member && (
          <GridItem lg={3}>
            <SitePanel member={member} services={topology.serviceLinks} />
          </GridItem>
        )}
      </Grid>
    </>
  );
}
