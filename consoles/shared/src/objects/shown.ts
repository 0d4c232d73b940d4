import { useOutletContext } from "react-router";
import type { JsonObject } from "../api/types";

/** What a part of an object's page knows of the object. */
export interface Shown<V = JsonObject> {
  value: V;
  /** Its path, in the interface and in the console. */
  path: string;
  /** Its path where history is told. */
  historyPath: string;
}

/** The object whose page this is a part of. */
export function useShown<V = JsonObject>(): Shown<V> {
  return useOutletContext<Shown<V>>();
}
