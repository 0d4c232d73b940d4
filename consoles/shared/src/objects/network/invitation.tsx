import type { EdgeLink, Invitation, OfferedAccessPoint, SiteClass } from "../../api/types";
import { checked, type Field, instant, names, number, text, type Values } from "../../forms/form";
import { createdColumn, nameColumn, numberColumn, stateColumn, textColumn, timeColumn } from "../columns";
import { joinForm } from "../join";
import type { Action, Kind } from "../kind";
import { localTime } from "./network";

function termFields(network: string): readonly Field[] {
  return [
    {
      name: "siteClasses",
      label: "Classes of the sites that join",
      type: "some-of",
      offers: { path: `/networks/${network}/site-classes`, valueOf: ({ name }: SiteClass) => name },
      pointer: "/terms/siteClasses",
    },
    {
      name: "instanceLimit",
      label: "Places",
      type: "number",
      help: "How many sites may join; empty is any number.",
      pointer: "/terms/instanceLimit",
    },
    { name: "joinDeadline", label: "Join deadline", type: "datetime", pointer: "/terms/joinDeadline" },
    {
      name: "namePrefix",
      label: "Names begin with",
      type: "text",
      help: "For sites that bring no name.",
      pointer: "/terms/namePrefix",
    },
    {
      name: "requiredMetadata",
      label: "What a site must tell of itself",
      type: "text",
      help: "Keys with commas between.",
      pointer: "/terms/requiredMetadata",
    },
    { name: "interactive", label: "Somebody at the site confirms the join", type: "checkbox" },
    { name: "ownSite", label: "The sites are my own, and accept all changes", type: "checkbox" },
  ];
}

function terms(values: Values) {
  return {
    siteClasses: names(values, "siteClasses"),
    joinDeadline: instant(values, "joinDeadline"),
    instanceLimit: number(values, "instanceLimit"),
    namePrefix: text(values, "namePrefix"),
    interactive: checked(values, "interactive"),
    requiredMetadata: names(values, "requiredMetadata"),
    ownSite: checked(values, "ownSite"),
  };
}

const isOpen = ({ state }: Invitation) => state !== "revoked" && state !== "expired";

const actions: readonly Action<Invitation>[] = [
  {
    title: "What to send",
    method: "POST",
    isOffered: isOpen,
    form: ({ network, name, tokens }) =>
      joinForm({
        path: `/networks/${network}/invitations/${name}`,
        title: `What to send to who joins with ${name}`,
        platform: "kubernetes",
        tokens,
        waiting: "Whoever joins appears among the members. The invitation is",
      }),
  },
  {
    title: "Change",
    method: "PATCH",
    isOffered: isOpen,
    form: (invitation) => ({
      title: `Change ${invitation.name}`,
      submit: "Change",
      method: "PATCH",
      path: `/networks/${invitation.network}/invitations/${invitation.name}`,
      revision: invitation.revision,
      fields: termFields(invitation.network),
      initial: {
        siteClasses: invitation.siteClasses,
        instanceLimit: invitation.instanceLimit?.toString() ?? "",
        joinDeadline: invitation.joinDeadline ? localTime(invitation.joinDeadline) : "",
        namePrefix: invitation.namePrefix ?? "",
        requiredMetadata: invitation.requiredMetadata.join(", "),
        interactive: invitation.interactive,
        ownSite: invitation.ownSite,
      },
      body: (values) => ({ terms: terms(values) }),
    }),
  },
  { title: "Revoke invitation", method: "POST", suffix: "/revoke", isDangerous: true, isOffered: isOpen },
];

/** What lets sites into a network. */
export const invitationKind: Kind<Invitation> = {
  one: "Invitation",
  many: "Invitations",
  explanation: "Whoever has what an invitation says to send can join the network with a site of their own.",
  path: "/networks/:network/invitations",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ network, name }) => `/networks/${network}/invitations/${name}`),
    stateColumn(),
    textColumn("Classes", ({ siteClasses }) => siteClasses),
    numberColumn("Joined", ({ admitted }) => admitted),
    textColumn("Places left", ({ usesLeft }) => usesLeft?.toLocaleString() ?? "any number"),
    timeColumn("Deadline", ({ joinDeadline }) => joinDeadline),
    createdColumn(),
  ],
  filters: [{ name: "state", title: "State", words: ["requested", "ready", "exhausted", "expired", "revoked"] }],
  hasPast: true,
  hasPage: true,
  create: ({ network = "" }) => ({
    title: "Create an invitation",
    submit: "Create",
    method: "POST",
    path: `/networks/${network}/invitations`,
    fields: [
      { name: "name", label: "Name", type: "text", isRequired: true },
      {
        name: "accessPoints",
        label: "Access points that its sites connect to",
        type: "some-of",
        offers: {
          path: `/networks/${network}/attachments`,
          valueOf: ({ name }: OfferedAccessPoint) => name,
        },
        pointer: "/edgeLinks",
      },
      ...termFields(network),
    ],
    body: (values) => ({
      name: text(values, "name"),
      terms: terms(values),
      edgeLinks: names(values, "accessPoints").map((accessPoint) => ({ accessPoint })),
    }),
  }),
  actions,
};

/** Where the sites of an invitation connect. */
export const edgeLinkKind: Kind<EdgeLink> = {
  one: "Edge link",
  many: "Edge links",
  explanation: "The sites of this invitation have nowhere to connect.",
  path: "/networks/:network/invitations/:invitation/edge-links",
  keyOf: ({ uid }) => uid,
  columns: [
    textColumn("Access point", ({ accessPoint }) => accessPoint),
    textColumn("Priority", ({ priority }) => String(priority)),
    createdColumn(),
  ],
  hasPast: true,
};
