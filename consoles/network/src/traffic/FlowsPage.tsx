import { listOf } from "@studio/shared/api/queries.ts";
import type { Column } from "@studio/shared/objects/kind.ts";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { type Flow, useFlows, useNetworkPath } from "../api.ts";
import { millisOf, sizeOf } from "../members.ts";
import { TablePage } from "../TablePage.tsx";

function stateOf({ ended, error }: Flow): "open" | "ended" | "failed" {
  return error !== undefined ? "failed" : ended === undefined ? "open" : "ended";
}

function columnsAt(path: string): readonly Column<Flow>[] {
  return [
    { title: "Service", cell: ({ service }) => service },
    {
      title: "Called from",
      cell: ({ site }) => <ObjectLink to={`${path}?select=${encodeURIComponent(site.uid)}`}>{site.name}</ObjectLink>,
    },
    { title: "Client", cell: ({ client }) => client },
    { title: "Answered at", cell: ({ to, process }) => [to?.name, process].filter(Boolean).join(", ") || "–" },
    { title: "State", cell: (flow) => <StatusLabel state={stateOf(flow)} /> },
    { title: "Began", cell: ({ began }) => <Timestamp time={began} /> },
    { title: "To server", cell: ({ bytesToServer }) => sizeOf(bytesToServer) },
    { title: "To client", cell: ({ bytesToClient }) => sizeOf(bytesToClient) },
    { title: "First answer", cell: ({ answerMillis }) => millisOf(answerMillis) },
    { title: "Why it failed", cell: ({ error }) => error ?? "–" },
  ];
}

/** The newest connections of clients, as their routers tell them. */
export default function FlowsPage() {
  const path = useNetworkPath();
  const flows = useFlows();
  return (
    <TablePage
      title="Flows"
      explanation="No connection was seen yet"
      list={listOf(flows, ({ items }) => items)}
      columns={columnsAt(path)}
      keyOf={({ site, id }) => `${site.uid} ${id}`}
      filters={[
        { name: "state", title: "State", words: ["open", "ended", "failed"] },
        { name: "service", title: "Service" },
        { name: "site", title: "Called from" },
      ]}
      textOf={(flow, filter) =>
        filter === "state" ? stateOf(flow) : filter === "service" ? flow.service : flow.site.name
      }
      isTruncated={flows.data?.truncated ?? false}
    />
  );
}
