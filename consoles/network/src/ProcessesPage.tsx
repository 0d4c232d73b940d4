import { listOf } from "@studio/shared/api/queries.ts";
import type { Column } from "@studio/shared/objects/kind.ts";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { type SiteProcess, type Topology, useTopology } from "./api.ts";
import { TablePage } from "./TablePage.tsx";

type Placed = SiteProcess & { siteName: string };

function placed({ processes, sites }: Topology): Placed[] {
  const names = new Map(sites.map(({ uid, name }) => [uid, name]));
  return processes.map((process) => ({ ...process, siteName: names.get(process.site) ?? process.site }));
}

const columns: readonly Column<Placed>[] = [
  { title: "Process", cell: ({ name }) => name },
  { title: "Site", cell: ({ siteName }) => siteName },
  { title: "State", cell: ({ state }) => <StatusLabel state={state} /> },
  { title: "Why", cell: ({ detail }) => detail ?? "–" },
];

/** What runs where, and how it does. */
export default function ProcessesPage() {
  const topology = useTopology();
  return (
    <TablePage
      title="What runs"
      explanation="Nothing is to run yet"
      list={listOf(topology, placed)}
      columns={columns}
      keyOf={({ name, site }) => `${site} ${name}`}
      filters={[
        { name: "state", title: "State" },
        { name: "name", title: "Process" },
        { name: "site", title: "Site" },
      ]}
      textOf={({ state, name, siteName }, filter) => (filter === "state" ? state : filter === "name" ? name : siteName)}
      isTruncated={topology.data?.truncated ?? false}
    />
  );
}
