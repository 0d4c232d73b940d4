import { Content, PageSection } from "@patternfly/react-core";
import { listOf } from "@studio/shared/api/queries.ts";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectTable } from "@studio/shared/ui/ObjectTable.tsx";
import { useComponents } from "../api.ts";
import { columns } from "./columns.tsx";

/** What runs here, what it listens on, and how it does. */
export default function ComponentsPage() {
  const components = useComponents();
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">What runs</Content>
      {components.data?.items.length === 0 ? (
        <Nothing title="Nothing runs here">What you accept appears here.</Nothing>
      ) : (
        <ObjectTable
          label="What runs"
          list={listOf(components, ({ items }) => items)}
          columns={columns}
          keyOf={({ endpoint }) => endpoint.uid}
        />
      )}
    </PageSection>
  );
}
