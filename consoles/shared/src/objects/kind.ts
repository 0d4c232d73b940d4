import type { ReactNode } from "react";
import type { Method, Query } from "../api/client";
import type { Form } from "../forms/form";

/** A column of a list. */
export interface Column<V> {
  title: string;
  cell(value: V): ReactNode;
}

/** A filter of a list: a choice of words, or a text. */
export interface Filter {
  /** The parameter's name, in the interface and in the console's address. */
  name: string;
  title: string;
  words?: readonly string[];
}

/** Something that can be done to an object. */
export interface Action<V> {
  title: string;
  /** Destroys something: it is shown in red, and nothing happens before its preview was seen. */
  isDangerous?: boolean;
  /** Whether it makes sense in the object's present state. */
  isOffered?(value: V): boolean;
  /** What it asks for; without, it only asks for confirmation. */
  form?(value: V): Form;
  method: Method;
  /** What follows the object's path. */
  suffix?: string;
  query?: Query;
  body?: object;
  /** Where to go when the object is gone. */
  isEnd?: boolean;
  /** Two tries of this may not overwrite what somebody else did in between. */
  isGuarded?: boolean;
}

/** What there is to know of one kind of object: its list, its page, and what can be done. */
// biome-ignore lint/suspicious/noExplicitAny: lists of kinds hold those of all objects; each kind itself is typed
export interface Kind<V = any> {
  one: string;
  many: string;
  /** One sentence for who has none yet. */
  explanation: string;
  /** The list's path, in the interface and in the console, with parameters as the router writes them. */
  path: string;
  /** What the name of an object is in its path. */
  keyOf(value: V): string;
  titleOf?(value: V): string;
  columns: readonly Column<V>[];
  filters?: readonly Filter[];
  /** What its list always asks for besides. */
  query?(parameters: Readonly<Record<string, string | undefined>>): Query;
  /** Whether lists can be asked about the past; those that span streams cannot. */
  hasPast: boolean;
  /** Whether an object has a page of its own. */
  hasPage?: boolean;
  /** The last segment of its path where history is told, if it is another one; none if history is not told by object. */
  historySegment?: string | false;
  /** The whole path where history is told, if more of it is different. */
  historyPath?: string;
  /** Where a new one is made, if that takes more than a form. */
  createPath?: string;
  /** The form of a new one; `me` among the parameters is who is signed in. */
  create?: (parameters: Readonly<Record<string, string | undefined>>) => Form;
  actions?: readonly Action<V>[];
  /** A console of the object's own. */
  console?: OwnConsole<V>;
}

/** A console at an address of its own, and where links into it are made. */
export interface OwnConsole<V> {
  title: string;
  /** What follows the object's path. */
  suffix: string;
  isOffered(value: V): boolean;
}

const PARAMETER = /:([A-Za-z]+)/g;

/** A path with its parameters filled in. */
export function fill(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  return path.replace(PARAMETER, (_, name: string) => encodeURIComponent(parameters[name] ?? ""));
}

/** A part of an object's page, at an address of its own. */
export interface ObjectTab {
  /** What follows the object's path; empty is the first. */
  segment: string;
  title: string;
  /** The part among whose parts this one is. */
  below?: string;
}

const ABBREVIATION = /^[A-Z]{2}/;

/** A title as a part of a sentence. */
export function inSentence(title: string): string {
  return ABBREVIATION.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
