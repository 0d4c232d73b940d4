import type { MemberSite, SiteClass } from "../../api/types";
import { names, text } from "../../forms/form";
import { nameColumn, stateColumn, textColumn, timeColumn } from "../columns";
import type { Action, Kind } from "../kind";

const isMember = ({ state }: MemberSite) => state !== "left" && state !== "evicted";

const actions: readonly Action<MemberSite>[] = [
  {
    title: "Rename",
    method: "PUT",
    isOffered: isMember,
    form: ({ network, name, revision }) => ({
      title: `Rename ${name}`,
      submit: "Rename",
      method: "PUT",
      path: `/networks/${network}/sites/${name}/name`,
      revision,
      fields: [{ name: "name", label: "New name", type: "text", isRequired: true }],
      initial: { name },
      body: (values) => ({ name: text(values, "name") }),
      next: (values) => `/networks/${network}/sites/${text(values, "name")}`,
    }),
  },
  {
    title: "Change classes",
    method: "PUT",
    isOffered: isMember,
    form: ({ network, name, revision, siteClasses }) => ({
      title: `Change the classes of ${name}`,
      explanation: "What is allocated to a class comes and goes with it.",
      submit: "Change",
      method: "PUT",
      path: `/networks/${network}/sites/${name}/site-classes`,
      revision,
      fields: [
        {
          name: "siteClasses",
          label: "Classes",
          type: "some-of",
          offers: { path: `/networks/${network}/site-classes`, valueOf: (item: SiteClass) => item.name },
        },
      ],
      initial: { siteClasses },
      body: (values) => ({ siteClasses: names(values, "siteClasses") }),
    }),
  },
  { title: "Pause", method: "POST", suffix: "/pause", isOffered: (site) => isMember(site) && !site.paused },
  { title: "Resume", method: "POST", suffix: "/resume", isOffered: (site) => isMember(site) && site.paused },
  {
    title: "Evict site",
    method: "POST",
    isDangerous: true,
    isOffered: isMember,
    form: ({ network, name }) => ({
      title: `Evict ${name}`,
      explanation: "It is shut out at once: its links and its certificate end, and what runs there is removed.",
      submit: "Evict",
      isDangerous: true,
      method: "POST",
      path: `/networks/${network}/sites/${name}/evict`,
      fields: [{ name: "cause", label: "Why", type: "text", isRequired: true, help: "The audit keeps it." }],
      body: (values) => ({ cause: text(values, "cause") }),
    }),
  },
];

/** Participants' places in a network. */
export const memberSiteKind: Kind<MemberSite> = {
  one: "Member site",
  many: "Members",
  explanation: "A site appears here when somebody joins with an invitation.",
  path: "/networks/:network/sites",
  keyOf: ({ uid }) => uid,
  titleOf: ({ name }) => name,
  columns: [
    nameColumn(({ network, name }) => `/networks/${network}/sites/${name}`),
    stateColumn(),
    timeColumn("Since", ({ since }) => since),
    textColumn("Classes", ({ siteClasses }) => siteClasses),
    textColumn("Platform", ({ platform }) => platform),
    textColumn("Invitation", ({ invitation }) => invitation),
    textColumn("Policy", ({ policy }) => policy.mode),
    textColumn("Paused", ({ paused }) => (paused ? "yes" : "no")),
  ],
  filters: [
    { name: "state", title: "State", words: ["joining", "joined", "connected", "lost", "left", "evicted"] },
    { name: "siteClass", title: "Class" },
    { name: "invitation", title: "Invitation" },
    { name: "namePrefix", title: "Name begins with" },
  ],
  hasPast: true,
  hasPage: true,
  actions,
};

/** Who joined with an invitation. */
export const joinedKind: Kind<MemberSite> = {
  ...memberSiteKind,
  many: "Joined",
  explanation: "Nobody has joined with this invitation yet.",
  filters: [],
  query: ({ invitation }) => ({ invitation }),
};
