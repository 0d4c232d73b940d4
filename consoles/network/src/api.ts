import { type Items, useObject } from "@studio/shared/api/queries.ts";
import { useStale } from "@studio/shared/api/useStale.ts";
import { useWatch, type WatchState } from "@studio/shared/api/useWatch.ts";
import { type UseQueryResult, useQueryClient } from "@tanstack/react-query";
import type { EventSourceMessage } from "eventsource-parser";
import { useCallback } from "react";
import { useParams } from "react-router";
import type * as schema from "../generated/schema";

export type Decision = schema.Decision;
export type Network = schema.Ref;
export type Site = schema.Site;
export type SiteLink = schema.SiteLink;
export type SiteProcess = schema.SiteProcess;
export type SiteService = schema.SiteService;
export type Topology = schema.Topology;
export type Carried = schema.Carried;
export type Flow = schema.Flow;
export type FlowPage = schema.FlowPage;
export type Traffic = schema.Traffic;
export type TrafficPoint = schema.TrafficPoint;

/** Where the network is that the address names. */
export function useNetworkPath(): string {
  return `/networks/${encodeURIComponent(useParams().network ?? "")}`;
}

export function useNetworks(): UseQueryResult<Items<Network>> {
  return useObject<Items<Network>>("/networks");
}

export function useTopology(): UseQueryResult<Topology> {
  return useObject<Topology>(`${useNetworkPath()}/topology`);
}

export function useDecisions(): UseQueryResult<Items<Decision>> {
  return useObject<Items<Decision>>(`${useNetworkPath()}/decisions`);
}

export function useTraffic(): UseQueryResult<Traffic> {
  return useObject<Traffic>(`${useNetworkPath()}/traffic`);
}

/** The newest connections of clients; as many as the home tells at once. */
export function useFlows(): UseQueryResult<FlowPage> {
  return useObject<FlowPage>(`${useNetworkPath()}/flows`, { limit: 1000 });
}

/** What an event of a network's watch makes old: traffic shows on the topology too. */
function oldBy(path: string, event: string | undefined): string[] {
  return (event === "traffic" ? ["traffic", "flows", "topology"] : [event ?? ""]).map((part) => `${path}/${part}`);
}

/** Keeps what is shown of a network fresh: an event's name says what is old. */
export function useNetworkLive(path: string): WatchState {
  const client = useQueryClient();
  const markStale = useStale();
  const onStart = useCallback(() => void client.invalidateQueries(), [client]);
  const onEvent = useCallback(({ event }: EventSourceMessage) => markStale(...oldBy(path, event)), [markStale, path]);
  return useWatch(`${path}/watch`, {}, { onStart, onEvent });
}
