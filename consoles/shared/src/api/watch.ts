import { createParser, type EventSourceMessage } from "eventsource-parser";
import { address, type Query } from "./client";

/** What a watch tells its owner. */
export interface WatchListener {
  /** The watch has begun, or begun anew after a gap: whatever was read before may be old. */
  onStart(): void;
  /** A connection stands. */
  onConnect(): void;
  onEvent(event: EventSourceMessage): void;
  /** The connection broke off; it is tried again. */
  onBreak(): void;
  /** The route cannot be watched; nothing more will come. */
  onUnsupported(): void;
}

export interface WatchTimes {
  /** The pause before trying again after a failure; doubles up to the longest. */
  shortestPauseMs: number;
  longestPauseMs: number;
  /** Without even a bookmark for so long, the connection is dead. */
  silenceMs: number;
}

const TIMES: WatchTimes = { shortestPauseMs: 500, longestPauseMs: 15_000, silenceMs: 45_000 };

/** What one connection ended with. */
type End = "over" | "gone" | "unsupported";

/**
 * Follows a route as server-sent events until the signal aborts. The position of the last event is where the next connection goes on;
 * where the service has forgotten it (410), the owner has to read anew.
 */
export async function watch(
  path: string,
  query: Query,
  listener: WatchListener,
  signal: AbortSignal,
  times: WatchTimes = TIMES,
): Promise<void> {
  let position: string | undefined;
  let pause = times.shortestPauseMs;
  while (!signal.aborted) {
    let end: End = "over";
    try {
      end = await connect(address(path, query), position, signal, times.silenceMs, {
        onStart() {
          pause = times.shortestPauseMs;
          listener.onConnect();
          if (position === undefined) {
            listener.onStart();
          }
        },
        onEvent(event) {
          position = event.id ?? position;
          if (event.event !== "bookmark") {
            listener.onEvent(event);
          }
        },
      });
    } catch {
      // Whatever broke off, trying again is all there is to do.
    }
    if (end === "unsupported") {
      listener.onUnsupported();
      return;
    }
    if (end === "gone") {
      position = undefined;
    }
    if (!signal.aborted) {
      listener.onBreak();
    }
    await sleep(pause, signal);
    pause = Math.min(2 * pause, times.longestPauseMs);
  }
}

async function connect(
  url: string,
  position: string | undefined,
  signal: AbortSignal,
  silenceMs: number,
  listener: Pick<WatchListener, "onStart" | "onEvent">,
): Promise<End> {
  const connection = new AbortController();
  let timer = setTimeout(() => connection.abort(), silenceMs);
  const response = await fetch(url, {
    credentials: "same-origin",
    headers: { Accept: "text/event-stream", ...(position === undefined ? {} : { "Last-Event-ID": position }) },
    signal: AbortSignal.any([signal, connection.signal]),
  });
  try {
    if (response.status === 410) {
      return "gone";
    }
    if (response.status === 406 || response.status === 404) {
      return "unsupported";
    }
    if (!response.ok || !response.body) {
      return "over";
    }
    if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
      return "unsupported";
    }
    listener.onStart();
    const parser = createParser({ onEvent: listener.onEvent });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => connection.abort(), silenceMs);
      parser.feed(chunk.value);
    }
    return "over";
  } finally {
    clearTimeout(timer);
    connection.abort();
  }
}

function sleep(pauseMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
