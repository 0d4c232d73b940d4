import { listOf } from "@studio/shared/api/queries.ts";
import type { Column } from "@studio/shared/objects/kind.ts";
import { type SiteService, type Topology, useTopology } from "./api.ts";
import { rateOf } from "./members.ts";
import { TablePage } from "./TablePage.tsx";

type Named = SiteService & { fromName: string; toName: string };

function named({ serviceLinks, sites }: Topology): Named[] {
  const names = new Map(sites.map(({ uid, name }) => [uid, name]));
  return serviceLinks.map((link) => ({
    ...link,
    fromName: names.get(link.from) ?? link.from,
    toName: names.get(link.to) ?? link.to,
  }));
}

const columns: readonly Column<Named>[] = [
  { title: "Service", cell: ({ name }) => name },
  { title: "Called from", cell: ({ fromName }) => fromName },
  { title: "Answered at", cell: ({ toName }) => toName },
  { title: "Rate", cell: ({ bytesPerSecond }) => rateOf(bytesPerSecond) ?? "–" },
  { title: "Connections", cell: ({ connections }) => connections?.toLocaleString() ?? "–" },
];

/** Which sites call which, and how much flows between them where that is measured. */
export default function ServicesPage() {
  const topology = useTopology();
  return (
    <TablePage
      title="Service links"
      explanation="No site calls another yet"
      list={listOf(topology, named)}
      columns={columns}
      keyOf={({ name, from, to }) => `${name} ${from} ${to}`}
      filters={[
        { name: "service", title: "Service" },
        { name: "from", title: "Called from" },
        { name: "to", title: "Answered at" },
      ]}
      textOf={({ name, fromName, toName }, filter) =>
        filter === "service" ? name : filter === "from" ? fromName : toName
      }
      isTruncated={topology.data?.truncated ?? false}
    />
  );
}
