import type { AccessPoint, InteriorSite, Link } from "../../api/types";
import { number, owners, text } from "../../forms/form";
import { createdColumn, nameColumn, numberColumn, stateColumn, textColumn, timeColumn } from "../columns";
import { joinForm } from "../join";
import type { Kind } from "../kind";

/** Places where interior routers run. */
export const interiorSiteKind: Kind<InteriorSite> = {
  one: "Interior site",
  many: "Sites",
  explanation: "An interior site is a place where a router of the backbone runs.",
  path: "/backbones/:backbone/sites",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ backbone, name }) => `/backbones/${backbone}/sites/${name}`),
    stateColumn(),
    textColumn("Platform", ({ platform }) => platform),
    textColumn("Location", ({ location }) => location),
    timeColumn("Since", ({ since }) => since),
    createdColumn(),
  ],
  filters: [
    {
      name: "state",
      title: "State",
      words: ["requested", "ready-bootstrap", "ready-automatic", "deployed", "lost", "deleting"],
    },
    { name: "platform", title: "Platform", words: ["kubernetes", "podman", "docker", "linux"] },
  ],
  hasPast: true,
  hasPage: true,
  historySegment: "interior-sites",
  create: ({ backbone = "" }) => ({
    title: "Add an interior site",
    submit: "Add",
    method: "POST",
    path: `/backbones/${backbone}/sites`,
    fields: [
      { name: "name", label: "Name", type: "text", isRequired: true },
      { name: "platform", label: "Platform", type: "choice", words: ["kubernetes", "podman", "docker", "linux"] },
      { name: "location", label: "Location", type: "text", help: "A label for people." },
    ],
    initial: { platform: "kubernetes" },
    body: (values) => ({
      name: text(values, "name"),
      platform: text(values, "platform"),
      location: text(values, "location"),
    }),
  }),
  actions: [
    {
      title: "Bring up",
      method: "POST",
      isOffered: ({ state }) => state.startsWith("ready"),
      form: ({ backbone, name, platform }) =>
        joinForm({
          path: `/backbones/${backbone}/sites/${name}`,
          title: `What to run at ${name}`,
          platform,
          tokens: 0,
          waiting: "As soon as its router runs, the site is deployed. Now it is",
        }),
    },
    {
      title: "Change location",
      method: "PATCH",
      form: ({ backbone, name, location, revision }) => ({
        title: `Change ${name}`,
        submit: "Change",
        method: "PATCH",
        path: `/backbones/${backbone}/sites/${name}`,
        revision,
        fields: [{ name: "location", label: "Location", type: "text" }],
        initial: { location: location ?? "" },
        body: (values) => ({ location: text(values, "location") ?? null }),
      }),
    },
    {
      title: "Remove interior site",
      method: "DELETE",
      query: { cascade: true },
      isDangerous: true,
      isEnd: true,
      isGuarded: true,
    },
  ],
};

/** Where interior sites' routers can be reached. */
export const accessPointKind: Kind<AccessPoint> = {
  one: "Access point",
  many: "Access points",
  explanation: "An access point is where a site's router can be reached, by other routers or by members.",
  path: "/backbones/:backbone/access-points",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ backbone, name }) => `/backbones/${backbone}/access-points/${name}`),
    stateColumn(),
    textColumn("Site", ({ site }) => site),
    textColumn("Use", ({ use }) => use),
    textColumn("Address", ({ address }) => address && `${address.host}:${address.ports}`),
    createdColumn(),
  ],
  filters: [
    { name: "use", title: "Use", words: ["peer", "member", "manage"] },
    { name: "state", title: "State", words: ["partial", "requested", "ready", "deleting"] },
    { name: "site", title: "Site" },
  ],
  hasPast: true,
  hasPage: true,
  create: ({ backbone = "" }) => ({
    title: "Add an access point",
    submit: "Add",
    method: "POST",
    path: `/backbones/${backbone}/access-points`,
    fields: [
      { name: "name", label: "Name", type: "text", isRequired: true },
      {
        name: "site",
        label: "Site",
        type: "one-of",
        isRequired: true,
        offers: { path: `/backbones/${backbone}/sites`, valueOf: ({ name }: InteriorSite) => name },
      },
      { name: "use", label: "Use", type: "choice", words: ["peer", "member", "manage"] },
      { name: "host", label: "Host", type: "text", help: "The DNS name at which it is reached; can be said later." },
      { name: "ports", label: "Ports", type: "text", help: "A port, or a range such as 55700-55799." },
      {
        name: "offeredToUsers",
        label: "Offered to",
        type: "text",
        pointer: "/offeredTo",
        help: "Users who may attach networks, with commas between; only for members.",
      },
    ],
    initial: { use: "peer" },
    body: (values) => ({
      name: text(values, "name"),
      site: text(values, "site"),
      use: text(values, "use"),
      host: text(values, "host"),
      ports: text(values, "ports"),
      offeredTo: text(values, "use") === "member" ? owners(values, "offeredTo") : undefined,
    }),
  }),
  actions: [
    {
      title: "Set address",
      method: "PUT",
      form: ({ backbone, name, address, revision }) => ({
        title: `Set the address of ${name}`,
        submit: "Set",
        method: "PUT",
        path: `/backbones/${backbone}/access-points/${name}/address`,
        revision,
        fields: [
          { name: "host", label: "Host", type: "text", isRequired: true },
          { name: "ports", label: "Ports", type: "text", isRequired: true },
        ],
        initial: { host: address?.host ?? "", ports: address?.ports ?? "" },
        body: (values) => ({ host: text(values, "host"), ports: text(values, "ports") }),
      }),
    },
    {
      title: "Remove access point",
      method: "DELETE",
      query: { cascade: true },
      isDangerous: true,
      isEnd: true,
      isGuarded: true,
    },
  ],
};

/** Connections between interior sites. */
export const linkKind: Kind<Link> = {
  one: "Link",
  many: "Links",
  explanation: "A link is a connection that one interior site's router makes to another's peer access point.",
  path: "/backbones/:backbone/links",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ backbone, name }) => `/backbones/${backbone}/links/${name}`),
    stateColumn(),
    textColumn("From", ({ from }) => from),
    textColumn("To", ({ accessPoint }) => accessPoint),
    numberColumn("Cost", ({ cost }) => cost),
    timeColumn("Since", ({ since }) => since),
    textColumn("Cause", ({ cause }) => cause),
  ],
  filters: [
    { name: "state", title: "State", words: ["configured", "up", "down"] },
    { name: "from", title: "From" },
  ],
  hasPast: true,
  hasPage: true,
  create: ({ backbone = "" }) => ({
    title: "Link sites",
    submit: "Link",
    method: "POST",
    path: `/backbones/${backbone}/links`,
    fields: [
      {
        name: "from",
        label: "From site",
        type: "one-of",
        isRequired: true,
        offers: { path: `/backbones/${backbone}/sites`, valueOf: ({ name }: InteriorSite) => name },
      },
      {
        name: "accessPoint",
        label: "To access point",
        type: "one-of",
        isRequired: true,
        offers: {
          path: `/backbones/${backbone}/access-points`,
          query: { use: "peer" },
          valueOf: ({ name }: AccessPoint) => name,
        },
      },
      { name: "cost", label: "Cost", type: "number", help: "Routers prefer the way of the least cost." },
    ],
    initial: { cost: "1" },
    body: (values) => ({
      from: text(values, "from"),
      accessPoint: text(values, "accessPoint"),
      cost: number(values, "cost"),
    }),
  }),
  actions: [
    {
      title: "Change cost",
      method: "PATCH",
      form: ({ backbone, name, cost, revision }) => ({
        title: `Change ${name}`,
        submit: "Change",
        method: "PATCH",
        path: `/backbones/${backbone}/links/${name}`,
        revision,
        fields: [{ name: "cost", label: "Cost", type: "number", isRequired: true }],
        initial: { cost: String(cost) },
        body: (values) => ({ cost: number(values, "cost") }),
      }),
    },
    { title: "Remove link", method: "DELETE", isDangerous: true, isEnd: true, isGuarded: true },
  ],
};
