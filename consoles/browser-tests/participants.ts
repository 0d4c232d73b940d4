import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const project = process.env.STUDIO_PROJECT ?? join(import.meta.dirname, "../..");
const JOINED_WITHIN_MS = 120_000;
const ANSWERED_WITHIN_MS = 10_000;
const POLL_MS = 250;

/** What people do at their terminals: they run what they were sent. Each site has a directory, an agent and a router of its own. */
export class Participants {
  readonly #directory = mkdtempSync(join(process.env.STUDIO_SITES ?? tmpdir(), "sites-"));
  readonly #joined: string[] = [];

  /** Runs a command as it was copied from a console, somewhere else and with further options. */
  async run(command: string, site: string, ...options: string[]): Promise<void> {
    const [program = "", ...words] = command.trim().split(" ");
    const place = words.indexOf("--dir");
    words.splice(place, 2);
    this.#joined.push(site);
    const code = await this.#execute(program, [...words, "--dir", this.place(site), ...options], `${site}-join`);
    if (code !== 0) {
      throw new Error(`${program} ${words[0]} at ${site} ended with ${code}: ${this.#output(`${site}-join`)}`);
    }
  }

  place(site: string): string {
    return join(this.#directory, site);
  }

  /** The link that the site's agent keeps for its participant, once it answers there. */
  async link(site: string): Promise<string> {
    const file = join(this.place(site), "console.url");
    const patience = Date.now() + JOINED_WITHIN_MS;
    for (;;) {
      try {
        const link = readFileSync(file, "utf8").trim();
        await fetch(new URL("/favicon.svg", link));
        return link;
      } catch (error) {
        if (Date.now() > patience) {
          throw error;
        }
        await setTimeout(POLL_MS);
      }
    }
  }

  #output(name: string): string {
    return readFileSync(join(this.#directory, `${name}.txt`), "utf8");
  }

  /** The agent goes on in the background, and must not hold on to what is read here: so its words go to a file. */
  #execute(program: string, words: readonly string[], name: string): Promise<number> {
    const output = openSync(join(this.#directory, `${name}.txt`), "w");
    return new Promise((resolve, reject) => {
      const child = spawn(program, words, {
        cwd: project,
        env: { ...process.env, STUDIO_BUILD: "never" },
        stdio: ["ignore", output, output],
        timeout: JOINED_WITHIN_MS,
      });
      child.on("error", reject);
      child.on("exit", (code) => resolve(code ?? -1));
      closeSync(output);
    });
  }

  /** All leave at once; who can't be reached any more is no fault of the story. */
  async leave(): Promise<void> {
    await Promise.all(
      this.#joined.map((site) =>
        this.#execute("./studio", ["agent", "leave", "--dir", this.place(site)], `${site}-leave`),
      ),
    );
  }
}

/** The programs of the application, where the sites fetch them. */
export interface Archive {
  url: string;
  sha256: string;
  close(): void;
}

export async function serveArchive(): Promise<Archive> {
  const content = readFileSync(join(project, "samples/target/samples.tar.gz"));
  const server = createServer((_, response) => response.writeHead(200).end(content));
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}/samples.tar.gz`,
    sha256: createHash("sha256").update(content).digest("hex"),
    close: () => server.close(),
  };
}

function listening(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));
}

const FIRST_PORT = 18_000;
const LAST_PORT = 29_000;

/** The first of so many ports beside each other that nobody listens on. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT));
    const ports = Array.from({ length: count }, (_, index) => first + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) {
      return first;
    }
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.on("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** What answers at an address, outside of any browser. */
export async function fetched(address: string, path: string): Promise<string> {
  const response = await fetch(`http://${address}${path}`, { signal: AbortSignal.timeout(ANSWERED_WITHIN_MS) });
  return response.text();
}
