import type { ReactNode } from "react";
import type { Owners } from "../api/types";
import { JsonValue } from "../ui/JsonFields";
import { ObjectLink } from "../ui/ObjectLink";
import { StatusLabel } from "../ui/StatusLabel";
import { Timestamp } from "../ui/Timestamp";
import type { Column } from "./kind";

/** The column that leads to an object's page. */
export function nameColumn<V extends { name: string }>(pathOf: (value: V) => string): Column<V> {
  return { title: "Name", cell: (value) => <ObjectLink to={pathOf(value)}>{value.name}</ObjectLink> };
}

export function stateColumn<V extends { state: string }>(): Column<V> {
  return { title: "State", cell: ({ state }) => <StatusLabel state={state} /> };
}

export function timeColumn<V>(title: string, timeOf: (value: V) => string | undefined): Column<V> {
  return { title, cell: (value) => <Timestamp time={timeOf(value)} /> };
}

export function createdColumn<V extends { createdAt: string }>(): Column<V> {
  return timeColumn("Created", ({ createdAt }) => createdAt);
}

/** A column of plain text or of words in a row. */
export function textColumn<V>(title: string, textOf: (value: V) => ReactNode | readonly string[]): Column<V> {
  return {
    title,
    cell: (value) => {
      const text = textOf(value);
      return Array.isArray(text) ? <JsonValue value={text as string[]} /> : ((text as ReactNode) ?? "–");
    },
  };
}

/** A number, with the groups of digits as the viewer's language has them. */
export function numberColumn<V>(title: string, numberOf: (value: V) => number | undefined): Column<V> {
  return { title, cell: (value) => numberOf(value)?.toLocaleString() ?? "–" };
}

/** Users and groups; of neither, only administrators have it. */
export function OwnersText({ owners }: { owners: Owners }) {
  return <JsonValue value={[...owners.users, ...owners.groups.map((group) => `group ${group}`)]} />;
}
