import type { Certificate } from "@studio/shared/api/types.ts";
import { describe, expect, it } from "vitest";
import { type CertificateNode, treeOf } from "./tree.ts";

function certificate(uid: string, issuer?: string): Certificate {
  return { uid, ...(issuer ? { signed: { issuer } } : {}) } as unknown as Certificate;
}

/** A tree as text: each with those that it signed in brackets. */
function drawn(nodes: readonly CertificateNode[]): string {
  return nodes
    .map(({ certificate: { uid }, signed }) => (signed.length > 0 ? `${uid}(${drawn(signed)})` : uid))
    .join(" ");
}

describe("treeOf", () => {
  it("puts each below the one that signed it, whichever comes first", () => {
    expect(drawn(treeOf([certificate("leaf", "ca"), certificate("ca", "root"), certificate("root", "root")]))).toBe(
      "root(ca(leaf))",
    );
  });

  it("puts on top what is not signed yet, or by one that is not shown", () => {
    expect(drawn(treeOf([certificate("new"), certificate("orphan", "gone")]))).toBe("new orphan");
  });
});
