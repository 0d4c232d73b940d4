import { Content, Flex, PageSection } from "@patternfly/react-core";
import { address } from "@studio/shared/api/client.ts";
import { useList } from "@studio/shared/api/queries.ts";
import type { AuditEntry } from "@studio/shared/api/types.ts";
import { textColumn, timeColumn } from "@studio/shared/objects/columns.tsx";
import type { Column, Filter } from "@studio/shared/objects/kind.ts";
import { typeInWords } from "@studio/shared/ui/EventList.tsx";
import Filters from "@studio/shared/ui/Filters.tsx";
import { actorName } from "@studio/shared/ui/HistoryList.tsx";
import { JsonValue } from "@studio/shared/ui/JsonFields.tsx";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectTable } from "@studio/shared/ui/ObjectTable.tsx";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { useFilters } from "@studio/shared/ui/useFilters.ts";

const FILTERS: readonly Filter[] = [
  { name: "stream", title: "Stream" },
  { name: "actor", title: "Actor" },
  { name: "type", title: "Type" },
  { name: "subject", title: "Subject" },
  { name: "commandId", title: "Command" },
  { name: "outcome", title: "Outcome", words: ["accepted", "refused"] },
  { name: "since", title: "Since (RFC 3339)" },
  { name: "until", title: "Until (RFC 3339)" },
];

const COLUMNS: readonly Column<AuditEntry>[] = [
  timeColumn("Time", ({ occurredAt }) => occurredAt),
  { title: "Outcome", cell: ({ outcome }) => <StatusLabel state={outcome} /> },
  textColumn("Event", ({ type }) => <span title={type}>{typeInWords(type)}</span>),
  textColumn(
    "Actor",
    ({ actor, onBehalfOf }) => `${actorName(actor)}${onBehalfOf ? ` for ${actorName(onBehalfOf)}` : ""}`,
  ),
  textColumn("Stream", ({ stream, revision }) => `${stream}@${revision}`),
  textColumn("Subject", ({ subject }) => subject),
  {
    title: "Content",
    cell: ({ data }) => <span className="studio-clipped">{data ? <JsonValue value={data} /> : "–"}</span>,
  },
];

/** Everything that ever happened, and what was refused. */
export default function AuditPage() {
  const filters = useFilters(FILTERS);
  const entries = useList<AuditEntry>("/audit", filters);
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">Audit</Content>
      <Flex>
        <Filters filters={FILTERS} />
      </Flex>
      {!entries.isLoading && !entries.error && entries.items.length === 0 ? (
        <Nothing title="Nothing matches">Change or remove a filter.</Nothing>
      ) : (
        <ObjectTable
          label="Audit"
          list={entries}
          columns={COLUMNS}
          keyOf={({ commandId, stream, revision, type }) => `${commandId} ${stream} ${revision} ${type}`}
        />
      )}
      <p>
        To verify it offline, export it with <code>Accept: application/x-ndjson</code> from{" "}
        <code>{address("/audit", filters)}</code>.
      </p>
    </PageSection>
  );
}
