import {
  Alert,
  Bullseye,
  Card,
  CardBody,
  CardTitle,
  Content,
  Grid,
  GridItem,
  PageSection,
  Spinner,
} from "@patternfly/react-core";
import { type List, listOf } from "@studio/shared/api/queries.ts";
import type { Column } from "@studio/shared/objects/kind.ts";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { ObjectTable } from "@studio/shared/ui/ObjectTable.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { lazy, Suspense, useMemo } from "react";
import { type Carried, type Traffic, type TrafficPoint, useNetworkPath, useTraffic } from "../api.ts";
import { millisOf, rateOf, sizeOf } from "../members.ts";
import { connectionsOf, directionsOf, type Series, servicesOf } from "./series.ts";

const TrafficChart = lazy(() => import("./TrafficChart.tsx"));

/** More lines cannot be told apart. */
const MOST_LINES = 5;

type OfSite = Traffic["sites"][number];

function columnsOf(title: string, nameOf: (carried: Carried) => Column<Carried>["cell"]): readonly Column<Carried>[] {
  return [
    { title, cell: (carried) => nameOf(carried)(carried) },
    { title: "Rate", cell: ({ bytesPerSecond }) => rateOf(bytesPerSecond) ?? "–" },
    { title: "To server", cell: ({ bytesToServer }) => sizeOf(bytesToServer) },
    { title: "To client", cell: ({ bytesToClient }) => sizeOf(bytesToClient) },
    { title: "Open", cell: ({ connectionsOpen }) => connectionsOpen.toLocaleString() },
    { title: "Connections", cell: ({ connections }) => connections.toLocaleString() },
    { title: "Failed", cell: ({ failures }) => failures.toLocaleString() },
    { title: "First answer", cell: ({ answerMillis }) => millisOf(answerMillis) },
  ];
}

/** What a site's links are doing, in a few words. */
function linksOf({ links }: OfSite): string {
  return links.map(({ name, up }) => `${name} ${up ? "up" : "down"}`).join(", ") || "–";
}

function siteColumns(path: string): readonly Column<OfSite>[] {
  return [
    {
      title: "Site",
      cell: ({ site }) => (
        <ObjectLink to={`${path}/flows?site=${encodeURIComponent(site.name)}`}>{site.name}</ObjectLink>
      ),
    },
    { title: "Rate", cell: ({ calls }) => rateOf(calls.bytesPerSecond) ?? "–" },
    { title: "Open", cell: ({ calls }) => calls.connectionsOpen.toLocaleString() },
    { title: "Sent to backbone", cell: ({ links }) => sizeOf(links.reduce((sum, { sent }) => sum + sent, 0)) },
    { title: "Received", cell: ({ links }) => sizeOf(links.reduce((sum, { received }) => sum + received, 0)) },
    { title: "Links", cell: (site) => linksOf(site) },
    { title: "Router", cell: ({ router }) => router ?? "–" },
    { title: "Told", cell: ({ reported }) => <Timestamp time={reported} /> },
  ];
}

/** What goes through a network: now, and in the last quarter of an hour. */
export default function TrafficPage() {
  const traffic = useTraffic();
  const isEmpty = traffic.data !== undefined && traffic.data.services.length === 0 && traffic.data.sites.length === 0;
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">Traffic</Content>
      {traffic.error && !traffic.data && <ProblemAlert error={traffic.error} retry={() => void traffic.refetch()} />}
      {traffic.isPending && <Loading />}
      {isEmpty && (
        <Nothing title="Nothing was measured yet">
          Sites tell what goes through their routers as soon as they are connected. What is counted begins with the
          home.
        </Nothing>
      )}
      {traffic.data && !isEmpty && (
        <Measured traffic={traffic.data} list={listOf(traffic, ({ services }) => services)} />
      )}
    </PageSection>
  );
}

function Loading() {
  return (
    <Bullseye>
      <Spinner aria-label="Loading" />
    </Bullseye>
  );
}

function Measured({ traffic, list }: { traffic: Traffic; list: List<Carried> }) {
  const path = useNetworkPath();
  const services = useMemo(
    () =>
      columnsOf("Service", ({ name }) => () => (
        <ObjectLink to={`${path}/flows?service=${encodeURIComponent(name)}`}>{name}</ObjectLink>
      )),
    [path],
  );
  const processes = useMemo(
    () =>
      columnsOf(
        "Process",
        ({ name }) =>
          () =>
            name,
      ),
    [],
  );
  const sites = useMemo(() => siteColumns(path), [path]);
  const nameOf = ({ name }: { name: string }) => name;
  return (
    <>
      {traffic.truncated && (
        <Alert component="h2" isInline variant="info" title="There is more than the home shows: these are the first." />
      )}
      <Charts history={traffic.history} />
      <Content component="h2">Services</Content>
      <ObjectTable label="Services" list={list} columns={services} keyOf={nameOf} />
      <Content component="h2">Sites</Content>
      <ObjectTable
        label="Sites"
        list={{ ...list, items: traffic.sites }}
        columns={sites}
        keyOf={({ site }) => site.uid}
      />
      {traffic.processes.length > 0 && (
        <>
          <Content component="h2">Processes that answer</Content>
          <ObjectTable
            label="Processes that answer"
            list={{ ...list, items: traffic.processes }}
            columns={processes}
            keyOf={nameOf}
          />
        </>
      )}
    </>
  );
}

function Charts({ history }: { history: readonly TrafficPoint[] }) {
  const charts = useMemo(
    () => [
      { title: "Bytes", series: directionsOf(history), textOf: (value: number) => rateOf(value) ?? "" },
      {
        title: "Bytes by service",
        series: servicesOf(history, MOST_LINES),
        textOf: (value: number) => rateOf(value) ?? "",
      },
      { title: "New connections", series: connectionsOf(history), textOf: (value: number) => `${value.toFixed(1)}/s` },
    ],
    [history],
  );
  if (history.length < 2) {
    return (
      <Nothing title="No charts yet">There is a point for every ten seconds; the second one makes a line.</Nothing>
    );
  }
  return (
    <Grid hasGutter>
      {charts.map(({ title, series, textOf }) => (
        <GridItem key={title} md={12} lg={6} xl={4}>
          <ChartCard title={title} series={series} textOf={textOf} />
        </GridItem>
      ))}
    </Grid>
  );
}

interface CardProps {
  title: string;
  series: readonly Series[];
  textOf(value: number): string;
}

function ChartCard({ title, series, textOf }: CardProps) {
  return (
    <Card isCompact>
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        {series.length === 0 ? (
          "Nothing was carried."
        ) : (
          <Suspense fallback={<Loading />}>
            <TrafficChart title={title} series={series} textOf={textOf} />
          </Suspense>
        )}
      </CardBody>
    </Card>
  );
}
