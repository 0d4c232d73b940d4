import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { invalidate } from "./queries";

/** What is old comes in bursts; it is read again once for all of them. */
const BURST_MS = 500;

/** Takes paths of what is old and has it read again, soon. */
export function useStale(): (...paths: readonly string[]) => void {
  const client = useQueryClient();
  const stale = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (...paths) => {
      for (const path of paths) {
        stale.current.add(path);
      }
      timer.current ??= setTimeout(() => {
        const due = [...stale.current];
        stale.current.clear();
        timer.current = undefined;
        for (const path of due) {
          void invalidate(client, path);
        }
      }, BURST_MS);
    },
    [client],
  );
}
