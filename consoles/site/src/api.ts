import { type Method, tell } from "@studio/shared/api/client.ts";
import { type Items, invalidate, useObject } from "@studio/shared/api/queries.ts";
import { useStale } from "@studio/shared/api/useStale.ts";
import { useWatch, type WatchState } from "@studio/shared/api/useWatch.ts";
import { type UseQueryResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { EventSourceMessage } from "eventsource-parser";
import { useCallback, useEffect } from "react";
import type * as schema from "../generated/schema";

export type Change = schema.Change;
export type Check = schema.Check;
export type Component = schema.Component;
export type Decisions = schema.Decisions;
export type Policy = schema.Policy;
export type Risk = schema.Risk;
export type SiteStatus = schema.SiteStatus;

export function useStatus(): UseQueryResult<SiteStatus> {
  return useObject<SiteStatus>("/status");
}

export function useChanges(): UseQueryResult<Items<Change>> {
  return useObject<Items<Change>>("/changes");
}

export function useComponents(): UseQueryResult<Items<Component>> {
  return useObject<Items<Component>>("/components");
}

export function useDoctor(): UseQueryResult<{ checks: Check[] }> {
  return useObject<{ checks: Check[] }>("/doctor");
}

/** What the participant wants. */
export interface Told {
  method: Method;
  path: "/decisions" | "/policy" | "/paused" | "/leave";
  body?: object;
}

/** Tells the agent what the participant wants; then all that is shown may be old. */
export function useTell() {
  const client = useQueryClient();
  return useMutation<Response, Error, Told>({
    mutationFn: ({ method, path, body }) => tell(method, path, body),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Keeps what is shown fresh: an event's name says what is old. */
export function useSiteLive(): WatchState {
  const client = useQueryClient();
  const onStart = useCallback(() => void client.invalidateQueries(), [client]);
  const markStale = useStale();
  const onEvent = useCallback(
    ({ event }: EventSourceMessage) => markStale(`/${event}`, ...(event === "status" ? ["/doctor"] : [])),
    [markStale],
  );
  const state = useWatch("/watch", {}, { onStart, onEvent });
  useEffect(() => {
    if (state === "paused") {
      // Asking tells whether the agent is there at all.
      void invalidate(client, "/status");
    }
  }, [client, state]);
  return state;
}
