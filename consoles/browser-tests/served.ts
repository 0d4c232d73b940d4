import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const target = join(import.meta.dirname, "../target");

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

/** As strict as whoever serves a console in earnest. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What the interface answers: JSON, or a text for a stream of events or plain text. */
export type Answers = (request: IncomingMessage, path: string) => object | string | undefined;

export interface Served {
  url: string;
  close(): Promise<void>;
}

function file(name: string, path: string): { body: Buffer; type: string } {
  const known = extname(path) in TYPES ? path : "/index.html";
  return { body: readFileSync(join(target, name, normalize(known))), type: TYPES[extname(known)] ?? "" };
}

function answer(response: ServerResponse, answered: object | string | undefined, isStream: boolean): void {
  if (answered === undefined) {
    response.writeHead(404, { "Content-Type": "application/problem+json" }).end("{}");
  } else if (isStream) {
    // A stream stays open until the page goes.
    response.writeHead(200, { "Content-Type": "text/event-stream" }).write(answered);
  } else if (typeof answered === "string") {
    response.writeHead(200, { "Content-Type": "text/plain" }).end(answered);
  } else {
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answered));
  }
}

/** Serves a console as it was built, over answers that a test makes up. */
export async function serve(name: string, answers: Answers): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://here");
    if (pathname.startsWith("/api/v1/")) {
      const path = pathname.slice("/api/v1".length);
      answer(response, answers(request, path), path.endsWith("/watch"));
    } else {
      const { body, type } = file(name, pathname);
      response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY }).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
