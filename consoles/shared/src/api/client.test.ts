import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { api, problem, server } from "../testing/server";
import { address, give, read } from "./client";
import { ProblemError } from "./problem";

const RECEIPT = { commandId: "c1", stream: "network/shop", revision: 7, subject: "network/shop", events: [] };

describe("client", () => {
  it("leaves out of an address what is not asked for", () => {
    expect(address("/networks", { state: "active", backbone: undefined, after: "" })).toBe(
      "/api/v1/networks?state=active",
    );
  });

  it("reads what it wrote", async () => {
    let waited: string | null = null;
    server.use(
      http.post(api("/networks"), () =>
        HttpResponse.json(RECEIPT, { status: 201, headers: { "Studio-Position": "network/shop@7" } }),
      ),
      http.get(api("/networks"), ({ request }) => {
        waited = request.headers.get("Studio-Min-Position");
        return HttpResponse.json({ items: [] });
      }),
    );

    await give("POST", "/networks", { name: "shop" });
    await read("/networks");

    expect(waited).toBe("network/shop@7");
  });

  it("gives each command an id, and the revision that it is based on", async () => {
    let headers: Record<string, string | null> = {};
    server.use(
      http.delete(api("/networks/shop"), ({ request }) => {
        headers = { key: request.headers.get("Idempotency-Key"), match: request.headers.get("If-Match") };
        return HttpResponse.json(RECEIPT);
      }),
    );

    await give("DELETE", "/networks/shop", undefined, { key: "k1", revision: 7 });

    expect(headers).toEqual({ key: "k1", match: '"7"' });
  });

  it("waits for the outcome of a command that is under way", async () => {
    let asked = 0;
    server.use(
      http.post(api("/networks"), () => HttpResponse.json({ commandId: "c1", state: "under-way" }, { status: 202 })),
      http.get(api("/commands/c1"), () =>
        HttpResponse.json(asked++ === 0 ? { commandId: "c1" } : { commandId: "c1", receipt: RECEIPT }),
      ),
    );

    await expect(give("POST", "/networks", {})).resolves.toMatchObject({ revision: 7 });
  });

  it("throws a problem with its fields and when to try again", async () => {
    server.use(
      http.get(api("/me"), () =>
        problem(
          { status: 429, detail: "too fast", errors: [{ pointer: "/name", detail: "no" }] },
          { "Retry-After": "2" },
        ),
      ),
    );

    const error = await read("/me").catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ retryAfterMs: 2000, problem: { errors: [{ pointer: "/name" }] } });
  });
});
