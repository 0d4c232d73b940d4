import { describe, expect, it } from "vitest";
import { names, number, owners, pairs, text } from "./form";

describe("form values", () => {
  it("takes what is blank for absent", () => {
    expect(text({ host: "  " }, "host")).toBeUndefined();
    expect(number({ port: "" }, "port")).toBeUndefined();
    expect(number({ port: " 80 " }, "port")).toBe(80);
  });

  it("takes names that were written and names that were picked", () => {
    expect(names({ users: "alice, bob  carol" }, "users")).toEqual(["alice", "bob", "carol"]);
    expect(names({ users: ["alice"] }, "users")).toEqual(["alice"]);
    expect(names({}, "users")).toEqual([]);
  });

  it("reads pairs line by line, with further equals signs in the value", () => {
    expect(pairs({ env: "MODE=fast\n\nURL=http://x?a=b\nEMPTY" }, "env")).toEqual({
      MODE: "fast",
      URL: "http://x?a=b",
      EMPTY: "",
    });
  });

  it("takes users and groups together", () => {
    expect(owners({ ownersUsers: "alice", ownersGroups: "staff" }, "owners")).toEqual({
      users: ["alice"],
      groups: ["staff"],
    });
  });
});
