import type { Method, Query } from "../api/client";
import type { JoinInstructions, Receipt } from "../api/types";

/** What a form has filled in so far, by field. */
export type Values = Readonly<Record<string, string | boolean | readonly string[]>>;

interface FieldBase {
  /** The name of the value; a problem's pointer leads here unless `pointer` says otherwise. */
  name: string;
  label: string;
  help?: string;
  isRequired?: boolean;
  pointer?: string;
}

/** A list that offers values. */
export interface Offers {
  path: string;
  query?: Query;
  // biome-ignore lint/suspicious/noExplicitAny: the items are of whatever the path lists
  valueOf(item: any): string;
}

export type Field = FieldBase &
  (
    | { type: "text" | "password" | "number" | "datetime" | "lines" }
    | { type: "checkbox" }
    | { type: "choice"; words: readonly string[]; isOptional?: boolean }
    | { type: "one-of"; offers: Offers }
    | { type: "some-of"; offers: Offers }
  );

/** An object whose state tells what became of a secret that was handed over. */
export interface Following {
  path: string;
  waiting: string;
}

/** A command to be filled in. */
export interface Form {
  title: string;
  /** One sentence above the fields. */
  explanation?: string;
  submit: string;
  /** Destroys something: nothing happens before its preview was seen. */
  isDangerous?: boolean;
  method: Method;
  path: string;
  /** The path where it depends on what was filled in. */
  pathOf?(values: Values): string;
  query?: Query;
  /** Parameters that depend on what was filled in. */
  queryOf?(values: Values): Query;
  revision?: number;
  fields: readonly Field[];
  initial?: Values;
  body(values: Values): object;
  /** Where to go afterwards. */
  next?(values: Values): string;
  /** What is waited for once its secret was handed over. */
  follow?: Following;
}

/** A secret that an answer shows once. */
export function secretOf(receipt: Receipt): { token?: string; join?: JoinInstructions } | undefined {
  return receipt.token || receipt.join ? { token: receipt.token, join: receipt.join } : undefined;
}

export function text(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

export function number(values: Values, name: string): number | undefined {
  const value = text(values, name);
  return value === undefined ? undefined : Number(value);
}

export function checked(values: Values, name: string): boolean {
  return values[name] === true;
}

const SEPARATOR = /[\s,]+/;

/** Names that were picked, or written with commas between. */
export function names(values: Values, name: string): string[] {
  const value = values[name];
  return typeof value === "string" ? value.split(SEPARATOR).filter(Boolean) : [...((value as string[]) || [])];
}

/** Lines such as `KEY=value`. */
export function pairs(values: Values, name: string): Record<string, string> {
  const lines = (text(values, name) ?? "").split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const equals = line.indexOf("=");
      return equals < 0 ? [line.trim(), ""] : [line.slice(0, equals).trim(), line.slice(equals + 1)];
    }),
  );
}

/** The moment that somebody picked in their own zone. */
export function instant(values: Values, name: string): string | undefined {
  const value = text(values, name);
  return value === undefined ? undefined : new Date(value).toISOString();
}

/** Users and groups. */
export function owners(values: Values, name: string): { users: string[]; groups: string[] } {
  return { users: names(values, `${name}Users`), groups: names(values, `${name}Groups`) };
}
