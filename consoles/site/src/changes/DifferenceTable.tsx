import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Json } from "@studio/shared/api/types.ts";
import { JsonValue } from "@studio/shared/ui/JsonFields.tsx";
import type { Change } from "../api.ts";

interface Props {
  differences: Change["difference"];
  name: string;
}

/** What differs between now and what is wanted, field by field. */
export function DifferenceTable({ differences, name }: Props) {
  if (differences.length === 0) {
    return null;
  }
  return (
    // A region that scrolls must be reachable by keyboard.
    <section className="studio-scroll" tabIndex={0} aria-label={`What differs in ${name}, scrollable`}>
      <Table variant="compact" borders={false} aria-label={`What differs in ${name}`} gridBreakPoint="">
        <Thead>
          <Tr>
            <Th width={20}>Field</Th>
            <Th width={40}>Now</Th>
            <Th width={40}>Wanted</Th>
          </Tr>
        </Thead>
        <Tbody>
          {differences.map(({ field, before, after }) => (
            <Tr key={field}>
              <Td>
                <code>{field}</code>
              </Td>
              <Td>
                <JsonValue value={before as Json | undefined} />
              </Td>
              <Td>
                <JsonValue value={after as Json | undefined} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </section>
  );
}
