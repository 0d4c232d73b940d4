import type { AttachmentOfBackbone, Backbone } from "../../api/types";
import { type Field, owners, text } from "../../forms/form";
import { createdColumn, nameColumn, numberColumn, OwnersText, stateColumn, textColumn } from "../columns";
import type { Kind } from "../kind";

const OWNERS: readonly Field[] = [
  {
    name: "ownersUsers",
    label: "Owners",
    type: "text",
    pointer: "/owners/users",
    help: "User names with commas between.",
  },
  { name: "ownersGroups", label: "Groups of owners", type: "text", pointer: "/owners/groups" },
  {
    name: "offeredToUsers",
    label: "Offered to",
    type: "text",
    pointer: "/offeredTo/users",
    help: "Users who may run networks on it.",
  },
  { name: "offeredToGroups", label: "Offered to groups", type: "text", pointer: "/offeredTo/groups" },
];

/** Interior transit networks. */
export const backboneKind: Kind<Backbone> = {
  one: "Backbone",
  many: "Backbones",
  explanation: "A backbone is a network of interior routers that carries the networks of users.",
  path: "/backbones",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ name }) => `/backbones/${name}`),
    stateColumn(),
    textColumn("Cause", ({ cause }) => cause),
    textColumn("Owners", (backbone) => <OwnersText owners={backbone.owners} />),
    textColumn("Offered to", (backbone) => <OwnersText owners={backbone.offeredTo} />),
    createdColumn(),
  ],
  filters: [{ name: "state", title: "State", words: ["requested", "ready", "failed", "deleting", "deleted"] }],
  hasPast: false,
  hasPage: true,
  create: () => ({
    title: "Create a backbone",
    submit: "Create",
    method: "POST",
    path: "/backbones",
    fields: [{ name: "name", label: "Name", type: "text", isRequired: true }, ...OWNERS],
    body: (values) => ({
      name: text(values, "name"),
      owners: owners(values, "owners"),
      offeredTo: owners(values, "offeredTo"),
    }),
    next: (values) => `/backbones/${text(values, "name")}`,
  }),
  actions: [
    {
      title: "Change",
      method: "PATCH",
      form: ({ name, revision, owners: owned, offeredTo }) => ({
        title: `Change ${name}`,
        submit: "Change",
        method: "PATCH",
        path: `/backbones/${name}`,
        revision,
        fields: OWNERS,
        initial: {
          ownersUsers: owned.users.join(", "),
          ownersGroups: owned.groups.join(", "),
          offeredToUsers: offeredTo.users.join(", "),
          offeredToGroups: offeredTo.groups.join(", "),
        },
        body: (values) => ({ owners: owners(values, "owners"), offeredTo: owners(values, "offeredTo") }),
      }),
    },
    {
      title: "Delete backbone",
      method: "DELETE",
      query: { cascade: true },
      isDangerous: true,
      isEnd: true,
      isGuarded: true,
    },
  ],
};

/** Networks' places on a backbone's access points. */
export const backboneAttachmentKind: Kind<AttachmentOfBackbone> = {
  one: "Attachment",
  many: "Attachments",
  explanation: "A network that uses an access point has an attachment there.",
  path: "/backbones/:backbone/attachments",
  keyOf: ({ uid }) => uid,
  titleOf: ({ network, accessPoint }) => `${network} at ${accessPoint}`,
  columns: [
    textColumn("Network", ({ network }) => network),
    textColumn("Access point", ({ accessPoint }) => accessPoint),
    stateColumn(),
    textColumn("Port", ({ port }) => String(port)),
    numberColumn("Changes", ({ ordinal }) => ordinal),
    createdColumn(),
  ],
  filters: [
    { name: "state", title: "State", words: ["requested", "ready", "draining"] },
    { name: "network", title: "Network" },
  ],
  hasPast: true,
};
