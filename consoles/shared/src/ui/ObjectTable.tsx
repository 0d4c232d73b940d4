import { Bullseye, Content, Skeleton, Spinner } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { List } from "../api/queries";
import type { Column } from "../objects/kind";
import { ProblemAlert } from "./ProblemAlert";

const ROW_HEIGHT_PX = 41;
const ROWS_AHEAD = 12;
const SKELETON_ROWS = ["a", "b", "c", "d", "e"];

interface Props<V> {
  label: string;
  list: List<V>;
  columns: readonly Column<V>[];
  keyOf(value: V): string;
}

/** A list as a table: only the rows in sight are in the page, and further pages come as somebody scrolls to them. */
export function ObjectTable<V>({ label, list, columns, keyOf }: Props<V>) {
  const scroll = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: list.items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: ROWS_AHEAD,
    initialRect: { width: 1024, height: 768 },
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? -1;
  const { hasMore, loadMore, items } = list;
  useEffect(() => {
    if (hasMore && last >= items.length - ROWS_AHEAD) {
      loadMore();
    }
  }, [hasMore, loadMore, items.length, last]);

  if (list.error && items.length === 0) {
    return <ProblemAlert error={list.error} retry={list.reload} />;
  }
  const before = visible[0]?.start ?? 0;
  const after = rows.getTotalSize() - (visible.at(-1)?.end ?? 0);
  return (
    <>
      {/* A region that scrolls must be reachable by keyboard. */}
      <section ref={scroll} className="studio-table" tabIndex={0} aria-label={`${label}, scrollable`}>
        <Table
          aria-label={label}
          variant="compact"
          isStickyHeader
          gridBreakPoint=""
          aria-rowcount={hasMore ? -1 : items.length + 1}
        >
          <Thead>
            <Tr>
              {columns.map((column) => (
                <Th key={column.title} modifier="nowrap">
                  {column.title}
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {list.isLoading && <SkeletonRows columns={columns.length} />}
            <Gap height={before} columns={columns.length} />
            {visible.map((row) => {
              const value = items[row.index] as V;
              return (
                <Tr key={keyOf(value)} aria-rowindex={row.index + 2} data-index={row.index} ref={rows.measureElement}>
                  {columns.map((column) => (
                    <Td key={column.title} dataLabel={column.title} modifier="nowrap">
                      {column.cell(value)}
                    </Td>
                  ))}
                </Tr>
              );
            })}
            <Gap height={after} columns={columns.length} />
          </Tbody>
        </Table>
        {list.isLoadingMore && (
          <Bullseye>
            <Spinner size="md" aria-label="Loading more" />
          </Bullseye>
        )}
      </section>
      <Content component="small" aria-live="polite">
        {countOf(list)}
      </Content>
    </>
  );
}

function countOf<V>({ items, count, hasMore, isLoading }: List<V>): string {
  if (isLoading) {
    return "Loading";
  }
  const shown = `${items.length.toLocaleString()} ${items.length === 1 ? "row" : "rows"}`;
  return count === undefined ? `${shown}${hasMore ? " and more" : ""}` : `${shown} of ${count.toLocaleString()}`;
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return height > 0 ? (
    <Tr aria-hidden>
      <Td colSpan={columns} style={{ height, padding: 0 }} />
    </Tr>
  ) : null;
}

function SkeletonRows({ columns }: { columns: number }) {
  return SKELETON_ROWS.map((row) => (
    <Tr key={row}>
      <Td colSpan={columns}>
        <Skeleton screenreaderText="Loading" />
      </Td>
    </Tr>
  ));
}
