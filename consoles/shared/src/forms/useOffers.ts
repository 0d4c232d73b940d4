import { useList } from "../api/queries";
import type { Offers } from "./form";

const LIMIT = 500;

/** The values that a list offers. */
export function useOffers(offers: Offers): { values: string[]; isLoading: boolean } {
  const list = useList(offers.path, offers.query, LIMIT);
  return { values: list.items.map(offers.valueOf), isLoading: list.isLoading };
}
