import { Label, Tooltip } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import type { EventSourceMessage } from "eventsource-parser";
import { useCallback, useEffect, useRef } from "react";
import { invalidate, pathOf } from "../api/queries";
import { useWatch, type WatchState } from "../api/useWatch";

/** Events come in bursts; what they made old is read again once for all of them. */
const BURST_MS = 500;

/** Keeps all that is shown fresh: whatever an event of the audit's tail concerns is read again. One connection serves all lists. */
export function useLive(): WatchState {
  const client = useQueryClient();
  const stale = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onStart = useCallback(() => void client.invalidateQueries(), [client]);
  const onEvent = useCallback(
    (event: EventSourceMessage) => {
      const { stream } = JSON.parse(event.data) as { stream?: string };
      if (!stream) {
        return;
      }
      stale.current.add(pathOf(stream));
      timer.current ??= setTimeout(() => {
        const paths = ["/audit", ...stale.current];
        stale.current.clear();
        timer.current = undefined;
        for (const path of paths) {
          void invalidate(client, path);
        }
      }, BURST_MS);
    },
    [client],
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
