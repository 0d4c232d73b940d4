import type { Image, ImageVersion, Library, Service } from "../../api/types";
import { checked, type Field, type Form, names, number, owners, pairs, text, type Values } from "../../forms/form";
import { ObjectLink } from "../../ui/ObjectLink";
import { createdColumn, nameColumn, numberColumn, OwnersText, stateColumn, textColumn } from "../columns";
import type { Action, Kind } from "../kind";

/** What publishers publish. */
export const libraryKind: Kind<Library> = {
  one: "Library",
  many: "Libraries",
  explanation: "A library holds the images and services that one publisher publishes.",
  path: "/libraries",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ name }) => `/libraries/${name}`),
    numberColumn("Images", ({ images }) => images),
    numberColumn("Services", ({ services }) => services),
    textColumn("Offered to", ({ offeredTo }) => <OwnersText owners={offeredTo} />),
    createdColumn(),
  ],
  hasPast: false,
  hasPage: true,
  // A library is there with the first thing that its publisher publishes.
  create: ({ me = "" }) => ({ ...publishService(me), next: () => `/libraries/${me}/services` }),
  actions: [
    {
      title: "Change whom it is offered to",
      method: "PATCH",
      form: ({ name, revision, offeredTo }) => ({
        title: `Change ${name}`,
        submit: "Change",
        method: "PATCH",
        path: `/libraries/${name}`,
        revision,
        fields: [
          { name: "offeredToUsers", label: "Offered to users", type: "text", pointer: "/offeredTo/users" },
          { name: "offeredToGroups", label: "Offered to groups", type: "text", pointer: "/offeredTo/groups" },
        ],
        initial: { offeredToUsers: offeredTo.users.join(", "), offeredToGroups: offeredTo.groups.join(", ") },
        body: (values) => ({ offeredTo: owners(values, "offeredTo") }),
      }),
    },
  ],
};

const VERSION_FIELDS: readonly Field[] = [
  { name: "version", label: "Version", type: "text", isRequired: true, help: "Such as 1.4.2." },
  {
    name: "container",
    label: "Container",
    type: "text",
    pointer: "/artifacts/kubernetes",
    help: "For Kubernetes, Podman and Docker; best by digest: registry/name@sha256:…",
  },
  {
    name: "linuxUrl",
    label: "Archive for Linux hosts",
    type: "text",
    pointer: "/artifacts/linux/url",
    help: "Where a .tar.gz of it is.",
  },
  { name: "linuxSha256", label: "SHA-256 of the archive", type: "text", pointer: "/artifacts/linux/sha256" },
  {
    name: "linuxCommand",
    label: "Command in the archive",
    type: "text",
    pointer: "/artifacts/linux/command",
    help: "Such as bin/web --quiet.",
  },
  { name: "mutable", label: "The container may change under its tag", type: "checkbox" },
  { name: "ports", label: "Ports", type: "text", help: "With commas between." },
  {
    name: "offers",
    label: "Services offered",
    type: "lines",
    help: "One service=port in a line, such as acme/orders=8080.",
  },
  {
    name: "requires",
    label: "Services required",
    type: "lines",
    help: "One service=host:port in a line, such as acme/orders=orders:8080.",
  },
  { name: "env", label: "Environment", type: "lines", help: "One NAME=value in a line." },
];

const BLANKS = / +/;

function artifacts(values: Values) {
  const container = text(values, "container");
  const url = text(values, "linuxUrl");
  return {
    ...(container && { kubernetes: container, podman: container, docker: container }),
    ...(url && {
      linux: {
        url,
        sha256: text(values, "linuxSha256"),
        command: (text(values, "linuxCommand") ?? "").split(BLANKS).filter(Boolean),
      },
    }),
  };
}

function versionBody(values: Values) {
  return {
    version: text(values, "version"),
    mutable: checked(values, "mutable"),
    artifacts: artifacts(values),
    ports: names(values, "ports").map(Number),
    env: pairs(values, "env"),
    offers: Object.entries(pairs(values, "offers")).map(([service, port]) => ({ service, port: Number(port) })),
    requires: Object.entries(pairs(values, "requires")).map(([service, at]) => {
      const [host = "", port = ""] = at.split(":");
      return { service, host, port: Number(port) };
    }),
  };
}

function withdraw<V extends { state: string }>(
  one: string,
  path: (value: V) => string,
  isOffered: (value: V) => boolean = ({ state }) => state === "published",
): Action<V> {
  return {
    title: `Withdraw ${one}`,
    method: "POST",
    isDangerous: true,
    isOffered,
    form: (value) => ({
      title: `Withdraw ${one}`,
      explanation: "Nobody can use it any more, for good; whoever has it keeps it.",
      submit: "Withdraw",
      method: "POST",
      path: `${path(value)}/withdraw`,
      fields: [{ name: "cause", label: "Cause", type: "text" }],
      body: (values) => ({ cause: text(values, "cause") ?? null }),
    }),
  };
}

function publishService(library: string): Form {
  return {
    title: "Publish a service",
    submit: "Publish",
    method: "POST",
    path: `/libraries/${library}/services`,
    fields: [
      { name: "name", label: "Name", type: "text", isRequired: true },
      { name: "protocol", label: "Protocol", type: "choice", words: ["tcp", "http", "http2"] },
      { name: "port", label: "Port", type: "number", isRequired: true },
    ],
    initial: { protocol: "http" },
    body: (values) => ({
      name: text(values, "name"),
      protocol: text(values, "protocol"),
      port: number(values, "port"),
    }),
  };
}

/** What can be run. */
export const imageKind: Kind<Image> = {
  one: "Image",
  many: "Images",
  explanation: "An image is something that can be run, in versions that never change.",
  path: "/libraries/:library/images",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ library, name }) => `/libraries/${library}/images/${name}`),
    stateColumn(),
    textColumn("Newest", ({ newest }) => newest),
    numberColumn("Versions", ({ versions }) => versions),
    numberColumn("Withdrawn", ({ withdrawn }) => withdrawn),
    createdColumn(),
  ],
  filters: [{ name: "state", title: "State", words: ["published", "withdrawn"] }],
  hasPast: true,
  hasPage: true,
  create: ({ library = "" }) => ({
    title: "Publish an image",
    submit: "Publish",
    method: "POST",
    path: `/libraries/${library}/images`,
    pathOf: (values) => `/libraries/${library}/images/${text(values, "name")}/versions`,
    fields: [{ name: "name", label: "Name", type: "text", isRequired: true }, ...VERSION_FIELDS],
    body: versionBody,
  }),
  actions: [withdraw<Image>("image", ({ library, name }) => `/libraries/${library}/images/${name}`)],
};

/** Versions of an image. */
export const imageVersionKind: Kind<ImageVersion> = {
  one: "Version",
  many: "Versions",
  explanation: "A version never changes under its name.",
  path: "/libraries/:library/images/:image/versions",
  keyOf: ({ name }) => name,
  columns: [
    {
      title: "Version",
      cell: ({ library, image, name }) => (
        <ObjectLink to={`/libraries/${library}/images/${image}/versions/${name}`}>{name}</ObjectLink>
      ),
    },
    stateColumn(),
    textColumn("Offers", ({ offers }) => offers.map(({ service, port }) => `${service} on ${port}`)),
    textColumn("Requires", ({ requires }) =>
      requires.map(({ service, host, port }) => `${service} at ${host}:${port}`),
    ),
    createdColumn(),
  ],
  filters: [{ name: "state", title: "State", words: ["published", "withdrawn"] }],
  hasPast: true,
  hasPage: true,
  historyPath: "/libraries/:library/image-versions/:image::version",
  create: ({ library = "", image = "" }) => ({
    title: "Publish a version",
    submit: "Publish",
    method: "POST",
    path: `/libraries/${library}/images/${image}/versions`,
    fields: VERSION_FIELDS,
    body: versionBody,
  }),
  actions: [
    withdraw<ImageVersion>(
      "version",
      ({ library, image, name }) => `/libraries/${library}/images/${image}/versions/${name}`,
    ),
  ],
};

/** Names by which what images offer and require is linked. */
export const serviceKind: Kind<Service> = {
  one: "Service",
  many: "Services",
  explanation: "A service is the name by which what one image offers and another requires are linked.",
  path: "/libraries/:library/services",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ library, name }) => `/libraries/${library}/services/${name}`),
    stateColumn(),
    textColumn("Service", ({ service }) => service),
    textColumn("Protocol", ({ protocol }) => protocol),
    textColumn("Port", ({ port }) => String(port)),
    createdColumn(),
  ],
  filters: [
    { name: "state", title: "State", words: ["published", "withdrawn"] },
    { name: "protocol", title: "Protocol", words: ["tcp", "http", "http2"] },
  ],
  hasPast: true,
  hasPage: true,
  create: ({ library = "" }) => publishService(library),
  actions: [withdraw<Service>("service", ({ library, name }) => `/libraries/${library}/services/${name}`)],
};
