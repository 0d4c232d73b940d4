import { Button, DescriptionList, ExpandableSection, List, ListItem, Spinner } from "@patternfly/react-core";
import { useList } from "../api/queries";
import type { ActorRef, HistoryEvent } from "../api/types";
import { useAt } from "../app/at";
import { JsonFields } from "./JsonFields";
import { Nothing } from "./Nothing";
import { ProblemAlert } from "./ProblemAlert";
import { Timestamp } from "./Timestamp";

const LIMIT = 50;

/** Who acted, as people say it. */
export function actorName(actor: ActorRef): string {
  return actor.kind.toLowerCase() === "user" ? actor.name : `${actor.kind.toLowerCase()} ${actor.name}`;
}

/** What happened to something, newest first. */
export default function HistoryList({ path }: { path: string }) {
  const history = useList<HistoryEvent>(`${path}/history`, {}, LIMIT);
  if (history.isLoading) {
    return <Spinner aria-label="Loading" />;
  }
  if (history.error && history.items.length === 0) {
    return <ProblemAlert error={history.error} retry={history.reload} />;
  }
  if (history.items.length === 0) {
    return <Nothing title="Nothing has happened" />;
  }
  return (
    <>
      <List isPlain isBordered aria-label="History">
        {history.items.map((event) => (
          <HistoryItem key={event.eventId} event={event} />
        ))}
      </List>
      {history.hasMore && (
        <Button variant="link" isLoading={history.isLoadingMore} onClick={history.loadMore}>
          Earlier
        </Button>
      )}
    </>
  );
}

/** An event as a sentence, with all that it says behind it. */
export function HistoryItem({ event }: { event: HistoryEvent }) {
  const [, setAt] = useAt();
  return (
    <ListItem>
      <ExpandableSection toggleText={event.sentence}>
        <DescriptionList isCompact isHorizontal>
          <JsonFields value={event.data} />
          <JsonFields value={{ type: event.type, stream: event.stream, commandId: event.cause.commandId }} />
        </DescriptionList>
        <Button variant="link" isInline onClick={() => setAt(String(event.revision))}>
          Show everything as it stood then
        </Button>
      </ExpandableSection>
      <small>
        <Timestamp time={event.time} /> · revision {event.revision} · {actorName(event.actor)}
        {event.onBehalfOf && ` for ${actorName(event.onBehalfOf)}`}
      </small>
    </ListItem>
  );
}
