import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import type { Problem } from "../api/types";

/** Stands for the service; each test says what it answers. */
export const server = setupServer();

/** The address of something in the interface. */
export function api(path: string): string {
  return `http://studio.test/api/v1${path}`;
}

/** The service answers with that when it is asked to read. */
export function serves(path: string, body: object): void {
  server.use(http.get(api(path), () => HttpResponse.json(body)));
}

/** An answer that is a problem. */
export function problem(problem: Partial<Problem> & { status: number }, headers: Record<string, string> = {}) {
  const whole: Problem = { type: "/problems/test", title: "A problem", detail: "", code: "test", ...problem };
  return HttpResponse.json(whole, {
    status: problem.status,
    headers: { ...headers, "Content-Type": "application/problem+json" },
  });
}

/** A stream of events that the test feeds. */
export function eventStream(chunks: readonly string[], stays = false): HttpResponse<ReadableStream> {
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(new TextEncoder().encode(chunk));
      }
      if (!stays) {
        controller.close();
      }
    },
  });
  return new HttpResponse(body, { headers: { "Content-Type": "text/event-stream" } });
}
