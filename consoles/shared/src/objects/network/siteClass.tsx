import type { SiteClass } from "../../api/types";
import { type Field, pairs, text } from "../../forms/form";
import { createdColumn, nameColumn, numberColumn, textColumn } from "../columns";
import type { Kind } from "../kind";

const FIELDS: readonly Field[] = [
  { name: "labels", label: "Labels", type: "lines", help: "Words about it, one key=value in a line." },
  {
    name: "proposedPolicy",
    label: "Proposed policy",
    type: "choice",
    words: ["ask", "accept-all"],
    help: "What a site of this class decides about changes that nobody looked at.",
  },
];

/** Classes of sites. */
export const siteClassKind: Kind<SiteClass> = {
  one: "Site class",
  many: "Site classes",
  explanation: "What is allocated to a class is meant for all sites that have it, also for those that join later.",
  path: "/networks/:network/site-classes",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ network, name }) => `/networks/${network}/site-classes/${name}`),
    numberColumn("Sites", ({ sites }) => sites),
    textColumn("Proposed policy", ({ proposedPolicy }) => proposedPolicy),
    textColumn("Labels", ({ labels }) => Object.entries(labels).map(([key, value]) => `${key}=${value}`)),
    createdColumn(),
  ],
  hasPast: true,
  hasPage: true,
  create: ({ network = "" }) => ({
    title: "Add a site class",
    submit: "Add",
    method: "POST",
    path: `/networks/${network}/site-classes`,
    fields: [{ name: "name", label: "Name", type: "text", isRequired: true }, ...FIELDS],
    initial: { proposedPolicy: "ask" },
    body: (values) => ({
      name: text(values, "name"),
      labels: pairs(values, "labels"),
      proposedPolicy: text(values, "proposedPolicy"),
    }),
  }),
  actions: [
    {
      title: "Change",
      method: "PATCH",
      form: ({ network, name, revision, labels, proposedPolicy }) => ({
        title: `Change ${name}`,
        submit: "Change",
        method: "PATCH",
        path: `/networks/${network}/site-classes/${name}`,
        revision,
        fields: FIELDS,
        initial: {
          labels: Object.entries(labels)
            .map(([key, value]) => `${key}=${value}`)
            .join("\n"),
          proposedPolicy,
        },
        body: (values) => ({ labels: pairs(values, "labels"), proposedPolicy: text(values, "proposedPolicy") }),
      }),
    },
    {
      title: "Remove site class",
      method: "DELETE",
      query: { cascade: true },
      isDangerous: true,
      isEnd: true,
      isGuarded: true,
    },
  ],
};
