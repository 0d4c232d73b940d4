import { problemOfResponse } from "./problem";
import type { Command, Receipt } from "./types";

/** Where the interface is; the console comes from the same origin. */
export const API = "/api/v1";

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;
export type Method = "POST" | "PUT" | "PATCH" | "DELETE";

/** What to do about a command besides giving it. */
export interface GiveOptions {
  /** The command's id: the same for every try of it. */
  key?: string;
  /** Decide and tell what would happen, and leave it at that. */
  dryRun?: boolean;
  /** The revision that the change is based on. */
  revision?: number;
  query?: Query;
}

/** How far the tables must be to show what was written here: the newest revision of each stream. */
const written = new Map<string, number>();

/** The position is waited for by reads for so long; then the tables have it, or something is wrong that reads shall not suffer from. */
const POSITION_LIFETIME_MS = 30_000;
const COMMAND_PATIENCE_MS = 60_000;

function note(position: string | null): void {
  for (const part of position?.split(",") ?? []) {
    const at = part.lastIndexOf("@");
    const stream = part.slice(0, at);
    const revision = Number(part.slice(at + 1));
    if (at > 0 && revision > (written.get(stream) ?? 0)) {
      written.set(stream, revision);
      setTimeout(() => written.get(stream) === revision && written.delete(stream), POSITION_LIFETIME_MS);
    }
  }
}

function positions(): Record<string, string> {
  const known = [...written].map(([stream, revision]) => `${stream}@${revision}`);
  return known.length > 0 ? { "Studio-Min-Position": known.join(",") } : {};
}

/** The address of something in the interface. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return `${API}${path}${text ? `?${text}` : ""}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { credentials: "same-origin", ...init });
  if (!response.ok) {
    throw await problemOfResponse(response);
  }
  return response;
}

/** Reads something; what was written before is in the answer. */
export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const response = await send(address(path, query), {
    headers: { Accept: "application/json", ...positions() },
    signal: signal ?? null,
  });
  return (await response.json()) as T;
}

/** Reads something that is plain text. */
export async function readText(path: string, query: Query = {}, signal?: AbortSignal): Promise<string> {
  const response = await send(address(path, query), { headers: { Accept: "text/plain" }, signal: signal ?? null });
  return response.text();
}

/** Sends something whose answer tells no more than that it has come. */
export async function tell(method: Method, path: string, body?: object): Promise<Response> {
  return send(address(path), {
    method,
    headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

/** A new id for a command. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** Gives a command, and waits for what becomes of it. */
export async function give(
  method: Method,
  path: string,
  body?: object,
  { key = newKey(), dryRun = false, revision, query = {} }: GiveOptions = {},
): Promise<Receipt> {
  const headers: Record<string, string> = { Accept: "application/json", "Idempotency-Key": key };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  if (revision !== undefined) {
    headers["If-Match"] = `"${revision}"`;
  }
  const response = await send(address(path, { ...query, dryRun: dryRun || undefined }), {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  note(response.headers.get("Studio-Position"));
  if (response.status === 202) {
    return outcome(((await response.json()) as Command).commandId);
  }
  return (await response.json()) as Receipt;
}

/** Asks what became of a command that was under way when it was answered. */
async function outcome(commandId: string): Promise<Receipt> {
  const deadline = Date.now() + COMMAND_PATIENCE_MS;
  for (let pause = 250; ; pause = Math.min(2 * pause, 4000)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const command = await read<Command>(`/commands/${encodeURIComponent(commandId)}`);
    if (command.receipt) {
      note(`${command.receipt.stream}@${command.receipt.revision}`);
      return command.receipt;
    }
    if (Date.now() > deadline) {
      throw new Error("the command is stored, but there is no outcome yet; look at the history in a while");
    }
  }
}

/** Opens a session, whose cookie no script can see. */
export async function signIn(username: string, password: string): Promise<void> {
  const response = await tell("POST", "/sign-in", { username, password });
  note(response.headers.get("Studio-Position"));
}

/** Closes the session. */
export async function signOut(): Promise<void> {
  await tell("POST", "/sign-out");
  written.clear();
}
