import { listOf } from "@studio/shared/api/queries.ts";
import type { Column } from "@studio/shared/objects/kind.ts";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { useNetworkPath, useTopology } from "./api.ts";
import { type Member, membersOf, runningOf } from "./members.ts";
import { TablePage } from "./TablePage.tsx";

function columnsAt(path: string): readonly Column<Member>[] {
  return [
    {
      title: "Name",
      cell: ({ name, uid }) => <ObjectLink to={`${path}?select=${encodeURIComponent(uid)}`}>{name}</ObjectLink>,
    },
    { title: "State", cell: ({ state }) => <StatusLabel state={state} /> },
    { title: "Last heard", cell: ({ lastHeard }) => <Timestamp time={lastHeard} /> },
    { title: "Link", cell: ({ links: [link] }) => (link ? `${link.host}:${link.port}` : "–") },
    { title: "Link's state", cell: ({ links: [link] }) => <StatusLabel state={link?.state} /> },
    { title: "Run", cell: (member) => runningOf(member) },
    { title: "Router", cell: ({ router }) => router ?? "–" },
  ];
}

/** Who is in the network, and how they do. */
export default function MembersPage() {
  const path = useNetworkPath();
  const topology = useTopology();
  const list = listOf(topology, membersOf);
  return (
    <TablePage
      title="Members"
      explanation="Nobody has joined yet"
      list={list}
      columns={columnsAt(path)}
      keyOf={({ uid }) => uid}
      filters={[
        { name: "state", title: "State", words: ["live", "lost", "unknown"] },
        { name: "name", title: "Name" },
      ]}
      textOf={({ state, name }, filter) => (filter === "state" ? state : name)}
      isTruncated={topology.data?.truncated ?? false}
    />
  );
}
