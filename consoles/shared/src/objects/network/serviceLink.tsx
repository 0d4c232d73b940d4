import type { ServiceLink } from "../../api/types";
import { type Form, names, text, type Values } from "../../forms/form";
import { createdColumn, nameColumn, textColumn } from "../columns";
import type { Kind } from "../kind";

/** Links what offers a service and what requires it. */
export function linkForm(network: string, initial: Values = {}): Form {
  return {
    title: "Link a service",
    submit: "Link",
    method: "POST",
    path: `/networks/${network}/service-links`,
    fields: [
      { name: "name", label: "Name", type: "text", isRequired: true },
      { name: "service", label: "Service", type: "text", isRequired: true, help: "Such as acme/orders." },
      {
        name: "offers",
        label: "Offered by",
        type: "text",
        help: "Endpoints with commas between.",
        pointer: "/members",
      },
      { name: "requires", label: "Required by", type: "text", help: "Endpoints with commas between." },
      { name: "scope", label: "Scope", type: "choice", words: ["network", "site-class", "site"] },
      { name: "distribution", label: "Who serves a connection", type: "choice", words: ["balanced", "closest"] },
    ],
    initial: { scope: "network", distribution: "balanced", ...initial },
    body: (values) => ({
      name: text(values, "name"),
      service: text(values, "service"),
      members: [
        ...names(values, "offers").map((endpoint) => ({ endpoint, role: "offers" })),
        ...names(values, "requires").map((endpoint) => ({ endpoint, role: "requires" })),
      ],
      scope: text(values, "scope"),
      distribution: text(values, "distribution"),
    }),
  };
}

/** Services that some endpoints offer and others require. */
export const serviceLinkKind: Kind<ServiceLink> = {
  one: "Service link",
  many: "Service links",
  explanation:
    "A service link gives a service an address in the network, from those who offer it to those who require it.",
  path: "/networks/:network/service-links",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ network, name }) => `/networks/${network}/service-links/${name}`),
    textColumn("Service", ({ service }) => service),
    textColumn("Offered by", ({ offers }) => offers),
    textColumn("Required by", ({ requires }) => requires),
    textColumn("Scope", ({ scope }) => scope),
    createdColumn(),
  ],
  filters: [{ name: "scope", title: "Scope", words: ["network", "site-class", "site"] }],
  hasPast: true,
  hasPage: true,
  create: ({ network = "" }) => linkForm(network),
  actions: [{ title: "Remove service link", method: "DELETE", isDangerous: true, isEnd: true, isGuarded: true }],
};
