import { Form, FormGroup, Label, TextInput } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useObject } from "../api/queries";
import type { Diff, DiffItem } from "../api/types";
import { JsonValue } from "./JsonFields";
import { Nothing } from "./Nothing";
import { ProblemAlert } from "./ProblemAlert";

const LOOKS: Readonly<Record<string, "success" | "danger" | "info">> = {
  added: "success",
  removed: "danger",
  changed: "info",
};

/** What differs between two moments of a stream; the address carries both. */
export default function DiffView({ path }: { path: string }) {
  const [parameters, setParameters] = useSearchParams();
  const from = parameters.get("from") ?? "1";
  const to = parameters.get("to") ?? undefined;
  const diff = useObject<Diff>(`${path}/diff`, { from, to, limit: 500 });
  const set = (name: string, value: string) =>
    setParameters(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (value) {
          next.set(name, value);
        } else {
          next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <Form isHorizontal onSubmit={(event) => event.preventDefault()}>
        <Moment name="from" label="From" value={from} onChange={set} />
        <Moment name="to" label="To" value={to ?? ""} onChange={set} />
      </Form>
      {diff.error && <ProblemAlert error={diff.error} retry={() => void diff.refetch()} />}
      {diff.data && (diff.data.items.length > 0 ? <Differences diff={diff.data} /> : <Nothing title="No difference" />)}
    </>
  );
}

interface MomentProps {
  name: string;
  label: string;
  value: string;
  onChange(name: string, value: string): void;
}

function Moment({ name, label, value, onChange }: MomentProps) {
  const [draft, setDraft] = useState(value);
  return (
    <FormGroup label={label} fieldId={name}>
      <TextInput
        id={name}
        value={draft}
        placeholder="A revision or a time; empty is now"
        onChange={(_, text) => setDraft(text)}
        onBlur={() => onChange(name, draft.trim())}
        onKeyDown={(event) => event.key === "Enter" && onChange(name, draft.trim())}
      />
    </FormGroup>
  );
}

function Differences({ diff }: { diff: Diff }) {
  return (
    <>
      <p role="status">
        {diff.added} added, {diff.removed} removed, {diff.changed} changed between revision {diff.from.revision} and{" "}
        {diff.to.revision}
      </p>
      <section className="studio-scroll" tabIndex={0} aria-label="Differences, scrollable">
        <Table variant="compact" aria-label="Differences" gridBreakPoint="">
          <Thead>
            <Tr>
              <Th>Object</Th>
              <Th>Change</Th>
              <Th>Field</Th>
              <Th>Before</Th>
              <Th>After</Th>
            </Tr>
          </Thead>
          <Tbody>{diff.items.flatMap((item) => rowsOf(item))}</Tbody>
        </Table>
      </section>
    </>
  );
}

function rowsOf(item: DiffItem) {
  const fields = item.fields?.length ? item.fields : [{ pointer: "", before: undefined, after: undefined }];
  return fields.map((field, index) => (
    <Tr key={`${item.uid} ${item.kind} ${item.name} ${field.pointer}`}>
      <Td>{index === 0 && `${item.kind} ${item.name}`}</Td>
      <Td>
        {index === 0 && (
          <Label isCompact status={LOOKS[item.change]}>
            {item.change}
          </Label>
        )}
      </Td>
      <Td>
        <code>{field.pointer}</code>
      </Td>
      <Td>
        <JsonValue value={field.before} />
      </Td>
      <Td>
        <JsonValue value={field.after} />
      </Td>
    </Tr>
  ));
}
