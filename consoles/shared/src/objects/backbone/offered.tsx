import type { OfferedAccessPoint } from "../../api/types";
import { stateColumn, textColumn } from "../columns";
import type { Kind } from "../kind";

/** Access points on which one may put networks. */
export const offeredAccessPointKind: Kind<OfferedAccessPoint> = {
  one: "Access point",
  many: "Access points",
  explanation: "An access point that is offered to you is where the sites of your networks connect.",
  path: "/access-points",
  keyOf: ({ uid }) => uid,
  columns: [
    textColumn("Name", ({ name }) => name),
    textColumn("Backbone", ({ backbone }) => backbone),
    textColumn("Interior site", ({ site }) => site),
    stateColumn(),
  ],
  filters: [
    { name: "backbone", title: "Backbone" },
    { name: "site", title: "Interior site" },
  ],
  hasPast: false,
};
