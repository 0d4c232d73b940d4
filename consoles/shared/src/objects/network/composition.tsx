import type { Egress, Ingress, MemberSite, Process, SiteClass } from "../../api/types";
import { type Field, type Form, names, number, pairs, text, type Values } from "../../forms/form";
import { createdColumn, nameColumn, numberColumn, textColumn } from "../columns";
import type { Kind } from "../kind";

/** Where a part of the application is meant to be. */
export function allocationFields(network: string): readonly Field[] {
  return [
    {
      name: "siteClasses",
      label: "Classes of sites where it is meant to be",
      type: "some-of",
      offers: { path: `/networks/${network}/site-classes`, valueOf: ({ name }: SiteClass) => name },
      pointer: "/allocation/siteClasses",
    },
    {
      name: "sites",
      label: "Single sites where it is meant to be",
      type: "some-of",
      offers: { path: `/networks/${network}/sites`, valueOf: ({ name }: MemberSite) => name },
      pointer: "/allocation/sites",
    },
  ];
}

function allocation(values: Values) {
  return { sites: names(values, "sites"), siteClasses: names(values, "siteClasses") };
}

const NAME: Field = { name: "name", label: "Name", type: "text", isRequired: true };

export function processForm(network: string, image = ""): Form {
  return {
    title: "Add a process",
    submit: "Add",
    method: "POST",
    path: `/networks/${network}/processes`,
    fields: [
      NAME,
      {
        name: "image",
        label: "Image",
        type: "text",
        isRequired: true,
        help: "A version of an image, such as acme/web@1.4.2.",
      },
      { name: "replicas", label: "Instances at each site", type: "number" },
      {
        name: "env",
        label: "Environment",
        type: "lines",
        help: "One NAME=value in a line. No passwords: the log keeps it for ever.",
      },
      ...allocationFields(network),
    ],
    initial: { replicas: "1", image },
    body: (values) => ({
      name: text(values, "name"),
      image: text(values, "image"),
      replicas: number(values, "replicas"),
      env: pairs(values, "env"),
      allocation: allocation(values),
    }),
  };
}

export function ingressForm(network: string): Form {
  return {
    title: "Add an ingress",
    submit: "Add",
    method: "POST",
    path: `/networks/${network}/ingresses`,
    fields: [
      NAME,
      {
        name: "service",
        label: "Service",
        type: "text",
        isRequired: true,
        help: "Such as acme/orders.",
        pointer: "/ingress/service",
      },
      { name: "port", label: "Port", type: "number", isRequired: true, pointer: "/ingress/port" },
      {
        name: "fan",
        label: "Listeners",
        type: "choice",
        words: ["single", "per-offering-site"],
        help: "One for all, or one for each site that offers the service.",
        pointer: "/ingress/fan",
      },
      { name: "slots", label: "Ports above the first", type: "number", pointer: "/ingress/slots" },
      {
        name: "exposure",
        label: "Exposure",
        type: "choice",
        words: ["cluster", "loadbalancer", "route", "host-port"],
        pointer: "/ingress/exposure",
      },
      ...allocationFields(network),
    ],
    initial: { fan: "single", exposure: "cluster" },
    body: (values) => ({
      name: text(values, "name"),
      ingress: {
        service: text(values, "service"),
        port: number(values, "port"),
        fan: text(values, "fan"),
        slots: number(values, "slots"),
        exposure: text(values, "exposure"),
      },
      allocation: allocation(values),
    }),
  };
}

export function egressForm(network: string): Form {
  return {
    title: "Add an egress",
    submit: "Add",
    method: "POST",
    path: `/networks/${network}/egresses`,
    fields: [
      NAME,
      {
        name: "service",
        label: "Service",
        type: "text",
        isRequired: true,
        help: "Such as acme/database.",
        pointer: "/egress/service",
      },
      { name: "host", label: "Host", type: "text", help: "Where it leads to.", pointer: "/egress/host" },
      { name: "port", label: "Port", type: "number", pointer: "/egress/port" },
      ...allocationFields(network),
    ],
    body: (values) => ({
      name: text(values, "name"),
      egress: { service: text(values, "service"), host: text(values, "host"), port: number(values, "port") },
      allocation: allocation(values),
    }),
  };
}

/** Moves a part of the application to other places. */
function allocateForm(path: string, { name, revision, allocation: wanted }: Process | Ingress | Egress): Form {
  return {
    title: `Allocate ${name}`,
    submit: "Allocate",
    method: "PATCH",
    path: `${path}/${name}`,
    revision,
    fields: allocationFields(path.split("/")[2] ?? ""),
    initial: {
      sites: wanted.sites.map((site) => site.name),
      siteClasses: wanted.siteClasses.map((siteClass) => siteClass.name),
    },
    body: (values) => ({ allocation: allocation(values) }),
  };
}

function endpointKind<V extends Process | Ingress | Egress>(
  one: string,
  segment: string,
  explanation: string,
  columns: Kind<V>["columns"],
  create: (network: string) => Form,
): Kind<V> {
  return {
    one,
    many: segment.charAt(0).toUpperCase() + segment.slice(1),
    explanation,
    path: `/networks/:network/${segment}`,
    keyOf: ({ name }) => name,
    columns: [
      nameColumn(({ network, name }) => `/networks/${network}/${segment}/${name}`),
      ...columns,
      textColumn("Classes", (value) => value.allocation.siteClasses.map(({ name }) => name)),
      textColumn("Sites", (value) => value.allocation.sites.map(({ name }) => name)),
      textColumn("Links", (value) => value.bindings.map(({ link, role }) => `${role} ${link.name}`)),
      createdColumn(),
    ],
    hasPast: true,
    hasPage: true,
    historySegment: "endpoints",
    create: ({ network = "" }) => create(network),
    actions: [
      {
        title: "Allocate",
        method: "PATCH",
        form: (value) => allocateForm(`/networks/${value.network}/${segment}`, value),
      },
      { title: `Remove ${one.toLowerCase()}`, method: "DELETE", isDangerous: true, isEnd: true, isGuarded: true },
    ],
  };
}

/** What runs. */
export const processKind = endpointKind<Process>(
  "Process",
  "processes",
  "A process runs a version of an image at each site where it is allocated.",
  [
    textColumn("Image", ({ image }) => `${image.library.replace("library/", "")}/${image.image}@${image.version}`),
    numberColumn("Instances", ({ replicas }) => replicas),
  ],
  (network) => processForm(network),
);

/** Ways in. */
export const ingressKind = endpointKind<Ingress>(
  "Ingress",
  "ingresses",
  "An ingress lets those outside of the network call a service of it.",
  [
    textColumn("Service", ({ service }) => service),
    textColumn("Port", ({ port }) => String(port)),
    textColumn("Listeners", ({ fan }) => fan),
  ],
  ingressForm,
);

/** Ways out. */
export const egressKind = endpointKind<Egress>(
  "Egress",
  "egresses",
  "An egress offers a service that runs outside of the network.",
  [
    textColumn("Service", ({ service }) => service),
    textColumn("Leads to", ({ host, port }) => host && `${host}:${port}`),
  ],
  egressForm,
);
