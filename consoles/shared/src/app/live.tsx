import { Label, Tooltip } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import type { EventSourceMessage } from "eventsource-parser";
import { useCallback } from "react";
import { pathOf } from "../api/queries";
import { useStale } from "../api/useStale";
import { useWatch, type WatchState } from "../api/useWatch";

/** Keeps all that is shown fresh: whatever an event of the audit's tail concerns is read again. One connection serves all lists. */
export function useLive(): WatchState {
  const client = useQueryClient();
  const markStale = useStale();
  const onStart = useCallback(() => void client.invalidateQueries(), [client]);
  const onEvent = useCallback(
    (event: EventSourceMessage) => {
      const { stream } = JSON.parse(event.data) as { stream?: string };
      if (stream) {
        markStale("/audit", pathOf(stream));
      }
    },
    [markStale],
  );
  return useWatch("/audit", {}, { onStart, onEvent });
}

/** Says whether what is shown follows what happens. */
export function LiveLabel({ state }: { state: WatchState }) {
  switch (state) {
    case "live":
      return (
        <Tooltip content="What is shown follows what happens.">
          <Label isCompact color="green" tabIndex={0}>
            Live
          </Label>
        </Tooltip>
      );
    case "paused":
      return (
        <Label isCompact color="grey">
          Connecting
        </Label>
      );
    case "unsupported":
      return (
        <Tooltip content="What is shown is read again when this window gets the focus.">
          <Label isCompact color="grey" tabIndex={0}>
            On focus
          </Label>
        </Tooltip>
      );
    default:
      return state satisfies never;
  }
}
