import { listOf } from "@studio/shared/api/queries.ts";
import type { Column } from "@studio/shared/objects/kind.ts";
import { inWords } from "@studio/shared/ui/JsonFields.tsx";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { type Decision, useDecisions, useNetworkPath } from "./api.ts";
import { TablePage } from "./TablePage.tsx";

/** The reason of the verdict on what is shown, else what the site says to it. */
function whyOf({ verdict, digest, detail }: Decision): string {
  return (verdict?.digest === digest ? verdict.reason : undefined) ?? detail ?? "–";
}

function columnsAt(path: string): readonly Column<Decision>[] {
  return [
    {
      title: "Site",
      cell: ({ site }) => <ObjectLink to={`${path}?select=${encodeURIComponent(site.uid)}`}>{site.name}</ObjectLink>,
    },
    { title: "What", cell: ({ endpoint }) => endpoint },
    { title: "Kind", cell: ({ kind }) => inWords(kind) },
    { title: "State", cell: ({ state }) => <StatusLabel state={state} /> },
    { title: "By", cell: ({ verdict, digest }) => (verdict?.digest === digest ? verdict.by : "–") },
    { title: "Why", cell: (decision) => whyOf(decision) },
    { title: "Since", cell: ({ since }) => <Timestamp time={since} /> },
  ];
}

/** Who accepted or declined what, and why. */
export default function DecisionsPage() {
  const path = useNetworkPath();
  const decisions = useDecisions();
  return (
    <TablePage
      title="Decisions"
      explanation="Nothing is under decision"
      list={listOf(decisions, ({ items }) => items)}
      columns={columnsAt(path)}
      keyOf={({ site, endpoint, digest }) => `${site.uid} ${endpoint} ${digest}`}
      filters={[
        { name: "state", title: "State", words: ["proposed", "accepted", "declined"] },
        { name: "what", title: "What" },
        { name: "site", title: "Site" },
      ]}
      textOf={({ state, endpoint, site }, filter) =>
        filter === "state" ? state : filter === "what" ? endpoint : site.name
      }
    />
  );
}
