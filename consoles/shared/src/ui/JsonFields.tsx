import { DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Json, JsonObject } from "../api/types";
import { StatusLabel } from "./StatusLabel";
import { Timestamp } from "./Timestamp";

const CAMEL = /([a-z0-9])([A-Z])/g;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A field's name in words: `joinDeadline` is "Join deadline". */
export function inWords(name: string): string {
  const words = name.replace(CAMEL, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** All fields of an object as terms of a description list. */
export function JsonFields({ value, omit = [] }: { value: JsonObject; omit?: readonly string[] }) {
  return Object.entries(value)
    .filter(([name]) => !omit.includes(name))
    .map(([name, field]) => (
      <DescriptionListGroup key={name}>
        <DescriptionListTerm>{inWords(name)}</DescriptionListTerm>
        <DescriptionListDescription>
          {name === "state" ? <StatusLabel state={String(field)} /> : <JsonValue value={field} />}
        </DescriptionListDescription>
      </DescriptionListGroup>
    ));
}

/** Any JSON, as short as it can be read. */
export function JsonValue({ value }: { value: Json | undefined }): ReactNode {
  if (value === undefined || value === null || value === "") {
    return "–";
  }
  if (typeof value === "string") {
    return TIME.test(value) ? <Timestamp time={value} /> : <span className="studio-breakable">{value}</span>;
  }
  if (typeof value === "number") {
    // Ports and years have no thousands.
    return String(value);
  }
  if (typeof value === "boolean") {
    return value ? "yes" : "no";
  }
  // Of another object its name is enough; its uid is in the raw view.
  if (!Array.isArray(value) && typeof value.name === "string" && "uid" in value) {
    return value.name;
  }
  const parts = Array.isArray(value) ? value.map((part) => ["", part] as const) : Object.entries(value);
  const shown = parts.filter(([, part]) => !isEmpty(part));
  if (shown.length === 0) {
    return "–";
  }
  return shown.map(([name, part], index) => (
    <span key={name || JSON.stringify(part)}>
      {index > 0 && ", "}
      {name && `${name}: `}
      <JsonValue value={part} />
    </span>
  ));
}

function isEmpty(value: Json): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}
