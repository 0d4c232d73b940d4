import { DescriptionList, ExpandableSection, List, ListItem } from "@patternfly/react-core";
import type { EventReceipt } from "../api/types";
import { JsonFields } from "./JsonFields";

const CAMEL = /([a-z])([A-Z])/g;

/** An event's type in words: `studio.events.InteriorSiteRemoved` is "Interior site removed". */
export function typeInWords(type: string): string {
  const name = type.slice(type.lastIndexOf(".") + 1).replace(CAMEL, "$1 $2");
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}

/** Events with what they say. */
export function EventList({ events }: { events: readonly EventReceipt[] }) {
  if (events.length === 0) {
    return <p>Nothing would change.</p>;
  }
  return (
    <List isPlain isBordered>
      {events.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a receipt's events never move
        <ListItem key={index}>
          <ExpandableSection toggleText={typeInWords(event.type)}>
            <DescriptionList isCompact isHorizontal>
              <JsonFields value={event.data} />
            </DescriptionList>
          </ExpandableSection>
        </ListItem>
      ))}
    </List>
  );
}
