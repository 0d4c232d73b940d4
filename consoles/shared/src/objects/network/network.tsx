import type { Network } from "../../api/types";
import { type Form, instant, owners, text } from "../../forms/form";
import { createdColumn, nameColumn, OwnersText, stateColumn, textColumn } from "../columns";
import type { Action, Kind } from "../kind";

const CAUSE = {
  name: "cause",
  label: "Cause",
  type: "text",
  isRequired: true,
  help: "Everybody who may see the network reads it.",
} as const;

const actions: readonly Action<Network>[] = [
  { title: "Change", method: "PATCH", form: changeForm },
  {
    title: "Suspend",
    method: "POST",
    isOffered: ({ state }) => state === "active",
    form: ({ name }) => ({
      title: `Suspend ${name}`,
      explanation: "The application stands still; links and members stay.",
      submit: "Suspend",
      method: "POST",
      path: `/networks/${name}/suspend`,
      fields: [CAUSE],
      body: (values) => ({ cause: text(values, "cause") }),
    }),
  },
  {
    title: "Resume",
    method: "POST",
    suffix: "/resume",
    isOffered: ({ state }) => state === "suspended",
  },
  {
    title: "Delete network",
    method: "DELETE",
    isDangerous: true,
    isEnd: true,
    isGuarded: true,
    isOffered: ({ state }) => state !== "deleting" && state !== "deleted",
  },
];

/** Application networks. */
export const networkKind: Kind<Network> = {
  one: "Network",
  many: "Networks",
  explanation: "A network carries one application: its sites, what runs there, and how it is connected.",
  path: "/networks",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ name }) => `/networks/${name}`),
    stateColumn(),
    textColumn("Backbone", ({ backbone }) => backbone),
    textColumn("Access points", ({ accessPoints }) => accessPoints),
    textColumn("Owners", (network) => <OwnersText owners={network.owners} />),
    createdColumn(),
  ],
  filters: [
    {
      name: "state",
      title: "State",
      words: ["scheduled", "requested", "active", "suspended", "expired", "failed", "deleting", "deleted"],
    },
    { name: "backbone", title: "Backbone" },
  ],
  hasPast: false,
  hasPage: true,
  createPath: "/new-network",
  actions,
  console: {
    title: "Open network console",
    suffix: "/home/console-token",
    // The only state in which its home serves it.
    isOffered: ({ state }) => state === "active" || state === "suspended",
  },
};

const OWNER_FIELDS = [
  {
    name: "ownersUsers",
    label: "Owners",
    type: "text",
    pointer: "/owners",
    help: "User names with commas between; you, if empty.",
  },
  { name: "readersUsers", label: "Readers", type: "text", pointer: "/readers", help: "Users who may see it." },
] as const;

function changeForm({ name, revision, owners: owned, readers, endTime }: Network): Form {
  return {
    title: `Change ${name}`,
    submit: "Change",
    method: "PATCH",
    path: `/networks/${name}`,
    revision,
    fields: [...OWNER_FIELDS, { name: "endTime", label: "Ends", type: "datetime", pointer: "/schedule" }],
    initial: {
      ownersUsers: owned.users.join(", "),
      ownersGroups: owned.groups,
      readersUsers: readers.users.join(", "),
      readersGroups: readers.groups,
      endTime: endTime ? localTime(endTime) : "",
    },
    body: (values) => ({
      owners: owners(values, "owners"),
      readers: owners(values, "readers"),
      ...(instant(values, "endTime") ? { schedule: { endTime: instant(values, "endTime") } } : {}),
    }),
  };
}

const MINUTES = 16;

/** A time as a field for times shows it: in the viewer's zone, without saying so. */
export function localTime(time: string): string {
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, MINUTES);
}
