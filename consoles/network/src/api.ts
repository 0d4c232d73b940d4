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

/** Keeps what is shown of a network fresh: an event's name says what is old. */
export function useNetworkLive(path: string): WatchState {
  const client = useQueryClient();
  const markStale = useStale();
  const onStart = useCallback(() => void client.invalidateQueries(), [client]);
  const onEvent = useCallback(({ event }: EventSourceMessage) => markStale(`${path}/${event}`), [markStale, path]);
  return useWatch(`${path}/watch`, {}, { onStart, onEvent });
}
