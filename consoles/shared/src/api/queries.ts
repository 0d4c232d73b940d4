import {
  type InfiniteData,
  QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { type GiveOptions, give, type Method, newKey, type Query, read } from "./client";
import { isTransient, ProblemError } from "./problem";
import type { Page, Receipt } from "./types";

const PAGE_LIMIT = 200;
const TRIES = 3;

/** The cache of all that is read; what a watch or a command makes old is read again. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A service on this machine answers also when the machine has no network.
        networkMode: "always",
        retry: (count, error) => isTransient(error) && count < TRIES,
        retryDelay: (count, error) =>
          error instanceof ProblemError && error.retryAfterMs ? error.retryAfterMs : 300 * 2 ** count,
        staleTime: 5_000,
      },
      mutations: { networkMode: "always", retry: (count, error) => isTransient(error) && count < TRIES },
    },
  });
}

/** One object. */
export function useObject<V>(path: string, query: Query = {}, enabled = true): UseQueryResult<V> {
  return useQuery({ queryKey: [path, query], queryFn: ({ signal }) => read<V>(path, query, signal), enabled });
}

/** A list as far as it has been read. */
export interface List<V> {
  items: V[];
  /** How many there are, where the service counts them. */
  count: number | undefined;
  isLoading: boolean;
  isLoadingMore: boolean;
  error: unknown;
  hasMore: boolean;
  loadMore(): void;
  reload(): void;
}

type Counted<V> = Page<V> & { count?: number };

/** A list, page after page as somebody scrolls. */
export function useList<V>(path: string, query: Query = {}, limit = PAGE_LIMIT, enabled = true): List<V> {
  const result = useInfiniteQuery<
    Counted<V>,
    Error,
    InfiniteData<Counted<V>>,
    readonly [string, Query],
    string | undefined
  >({
    queryKey: [path, { ...query, limit }],
    queryFn: ({ pageParam, signal }) => read<Counted<V>>(path, { ...query, limit, after: pageParam }, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next,
    enabled,
  });
  const items = useMemo(() => result.data?.pages.flatMap((page) => page.items) ?? [], [result.data]);
  return {
    items,
    count: result.data?.pages[0]?.count,
    isLoading: result.isPending && enabled,
    isLoadingMore: result.isFetchingNextPage,
    error: result.error,
    hasMore: result.hasNextPage,
    loadMore: () => void (result.isFetchingNextPage || result.fetchNextPage()),
    reload: () => void result.refetch(),
  };
}

/** A list that is told at once. */
export interface Items<V> {
  items: V[];
}

/** What was read at once, as a table wants it. */
export function listOf<A, V>(result: UseQueryResult<A>, itemsOf: (answer: A) => V[]): List<V> {
  return {
    items: result.data === undefined ? [] : itemsOf(result.data),
    count: undefined,
    isLoading: result.isPending,
    isLoadingMore: false,
    error: result.error,
    hasMore: false,
    loadMore: () => {},
    reload: () => void result.refetch(),
  };
}

/** Makes all that is below a path old. */
export function invalidate(client: QueryClient, path: string): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [key] }) =>
      typeof key === "string" && (key === path || key.startsWith(`${path}/`) || path.startsWith(`${key}/`)),
  });
}

/** A command with what it needs. */
export interface Giving extends GiveOptions {
  method: Method;
  path: string;
  body?: object;
}

/** Gives commands. Each is tried again under its own key, and what it made old is read again. */
export function useGive() {
  const client = useQueryClient();
  return useMutation<Receipt, Error, Giving>({
    mutationFn: ({ method, path, body, ...options }) => give(method, path, body, options),
    onSuccess: (receipt, { dryRun }) => (dryRun ? undefined : invalidate(client, pathOf(receipt.stream))),
  });
}

/** Completes a command with a key of its own, so that all tries of it are one. */
export function giving(command: Giving): Giving {
  return { key: newKey(), ...command };
}

/** Where the interface has a stream: `network/acme` is at `/networks/acme`. */
export function pathOf(stream: string): string {
  const [type = "", name = ""] = stream.split("/");
  if (type === "authority") {
    return "/authority";
  }
  return `/${type === "library" ? "libraries" : `${type}s`}/${name}`;
}
