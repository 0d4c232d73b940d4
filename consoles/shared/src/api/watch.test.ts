import { http } from "msw";
import { describe, expect, it } from "vitest";
import { api, eventStream, problem, server } from "../testing/server";
import { watch } from "./watch";

const TIMES = { shortestPauseMs: 1, longestPauseMs: 4, silenceMs: 5_000 };

/** Watches until the story is told, and tells what its owner heard. */
async function told(
  answers: ((lastEventId: string | null) => Response)[],
  connection: (heard: string) => void = () => {},
): Promise<string[]> {
  const heard: string[] = [];
  const stop = new AbortController();
  let connections = 0;
  server.use(
    http.get(api("/networks"), ({ request }) => {
      const position = request.headers.get("Last-Event-ID");
      heard.push(`connects at ${position ?? "now"}`);
      const answer = answers[connections++];
      if (!answer) {
        stop.abort();
        return problem({ status: 503 });
      }
      return answer(position);
    }),
  );
  await watch(
    "/networks",
    {},
    {
      onStart: () => heard.push("starts"),
      onConnect: () => connection("stands"),
      onEvent: (event) => heard.push(`event ${event.data}`),
      onBreak: () => connection("broke"),
      onUnsupported: () => heard.push("unsupported"),
    },
    stop.signal,
    TIMES,
  );
  return heard;
}

describe("watch", () => {
  it("tells events and goes on from the last position after the connection broke off", async () => {
    const heard = await told([
      () => eventStream(["id: 7\ndata: one\n\n", "id: 8\ndata: t", "wo\n\n"]),
      () => eventStream(["id: 9\ndata: three\n\n"]),
    ]);

    expect(heard).toEqual([
      "connects at now",
      "starts",
      "event one",
      "event two",
      "connects at 8",
      "event three",
      "connects at 9",
    ]);
  });

  it("keeps the position of a bookmark to itself", async () => {
    const heard = await told([() => eventStream(["event: bookmark\nid: 12\ndata: {}\n\n"])]);

    expect(heard).toEqual(["connects at now", "starts", "connects at 12"]);
  });

  it("begins anew where the position is forgotten, so that its owner lists again", async () => {
    const heard = await told([
      () => eventStream(["id: 7\ndata: one\n\n"]),
      () => problem({ status: 410 }),
      () => eventStream([]),
    ]);

    expect(heard).toEqual([
      "connects at now",
      "starts",
      "event one",
      "connects at 7",
      "connects at now",
      "starts",
      "connects at now",
    ]);
  });

  it("tries again after a failure", async () => {
    const heard = await told([() => problem({ status: 503 }), () => Response.error(), () => eventStream([])]);

    expect(heard).toEqual(["connects at now", "connects at now", "connects at now", "starts", "connects at now"]);
  });

  it("says when a connection stands and when it broke off", async () => {
    const connection: string[] = [];

    await told([() => eventStream([]), () => problem({ status: 503 }), () => eventStream([])], (heard) =>
      connection.push(heard),
    );

    expect(connection).toEqual(["stands", "broke", "broke", "stands", "broke"]);
  });

  it("says that a route cannot be watched", async () => {
    const heard = await told([() => problem({ status: 406 })]);

    expect(heard).toEqual(["connects at now", "unsupported"]);
  });
});
