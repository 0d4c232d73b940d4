import { describe, expect, it } from "vitest";
import { type Part, sharedServices } from "./composed";

function part(id: string, offers: string[], requires: string[]): Part {
  return { id, kind: "process", title: id, segment: "processes", offers, requires, standing: undefined };
}

describe("sharedServices", () => {
  const parts = [
    part("till", [], ["acme/orders", "acme/stock"]),
    part("backend", ["acme/orders"], []),
    part("other", ["acme/mail"], []),
  ];

  it("finds what one requires and the other offers", () => {
    expect(sharedServices(parts, "till", "backend")).toEqual(["acme/orders"]);
  });

  it("finds nothing the other way round, with strangers, or where one is gone", () => {
    expect(sharedServices(parts, "backend", "till")).toEqual([]);
    expect(sharedServices(parts, "till", "other")).toEqual([]);
    expect(sharedServices(parts, "till", "gone")).toEqual([]);
  });
});
