import { Alert, Content, Flex, FlexItem, PageSection } from "@patternfly/react-core";
import type { List } from "@studio/shared/api/queries.ts";
import type { Column, Filter } from "@studio/shared/objects/kind.ts";
import Filters from "@studio/shared/ui/Filters.tsx";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectTable } from "@studio/shared/ui/ObjectTable.tsx";
import { useFilters } from "@studio/shared/ui/useFilters.ts";

interface Props<V> {
  title: string;
  /** One sentence for where there is none yet. */
  explanation: string;
  list: List<V>;
  columns: readonly Column<V>[];
  keyOf(value: V): string;
  filters: readonly Filter[];
  /** What a filter looks at. */
  textOf(value: V, filter: string): string;
  isTruncated?: boolean;
}

/** A list that the home tells at once, filtered here; the address carries the filters. */
export function TablePage<V>(props: Props<V>) {
  const { title, explanation, list, columns, keyOf, filters, textOf, isTruncated = false } = props;
  const wanted = Object.entries(useFilters(filters)).filter(([, value]) => value !== undefined);
  const items = list.items.filter((value) => wanted.every(([name, text]) => textOf(value, name).includes(text ?? "")));
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Flex className="studio-heading">
        <FlexItem>
          <Content component="h1">{title}</Content>
        </FlexItem>
        <Flex align={{ default: "alignRight" }}>{list.items.length > 0 && <Filters filters={filters} />}</Flex>
      </Flex>
      {isTruncated && (
        <Alert component="h2" isInline variant="info" title="There is more than the home shows: these are the first." />
      )}
      {!list.isLoading && !list.error && items.length === 0 ? (
        <Nothing title={list.items.length > 0 ? "Nothing matches" : explanation}>
          {list.items.length > 0 && "Change or remove a filter."}
        </Nothing>
      ) : (
        <ObjectTable label={title} list={{ ...list, items }} columns={columns} keyOf={keyOf} />
      )}
    </PageSection>
  );
}
