import { useSearchParams } from "react-router";
import type { Filter } from "../objects/kind";

/** The filters of a list that the address holds. */
export function useFilters(filters: readonly Filter[]): Record<string, string | undefined> {
  const [parameters] = useSearchParams();
  return Object.fromEntries(filters.map(({ name }) => [name, parameters.get(name) ?? undefined]));
}
