import { useEffect, useState } from "react";
import type { Query } from "./client";
import { type WatchListener, watch } from "./watch";

/** Whether somebody looks at this tab; browsers allow few connections to one origin, so hidden tabs keep none. */
function useVisible(): boolean {
  const [visible, setVisible] = useState(!document.hidden);
  useEffect(() => {
    const update = () => setVisible(!document.hidden);
    document.addEventListener("visibilitychange", update);
    return () => document.removeEventListener("visibilitychange", update);
  }, []);
  return visible;
}

export type WatchState = "live" | "paused" | "unsupported";

/**
 * Watches a route while the tab is visible. Where the route cannot be watched the state says so, and what is shown is read anew when
 * the window gets the focus, which queries do by themselves.
 */
export function useWatch(
  path: string,
  query: Query,
  { onStart, onEvent }: Pick<WatchListener, "onStart" | "onEvent">,
): WatchState {
  const visible = useVisible();
  const [state, setState] = useState<WatchState>("paused");
  const filter = JSON.stringify(query);
  useEffect(() => {
    if (!visible) {
      return;
    }
    const stop = new AbortController();
    void watch(
      path,
      JSON.parse(filter) as Query,
      {
        onStart,
        onConnect: () => setState("live"),
        onEvent,
        onBreak: () => setState("paused"),
        onUnsupported: () => setState("unsupported"),
      },
      stop.signal,
    );
    return () => {
      stop.abort();
      setState("paused");
    };
  }, [path, filter, visible, onStart, onEvent]);
  return state;
}
