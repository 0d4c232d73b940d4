import { Alert, List, ListComponent, ListItem, OrderType, Spinner } from "@patternfly/react-core";
import { useObject } from "../api/queries";
import type { Why } from "../api/types";
import { actorName } from "./HistoryList";
import { ProblemAlert } from "./ProblemAlert";
import { Timestamp } from "./Timestamp";

/** Where following the causes ended. */
function endOf(end: Why["end"]): string {
  switch (end) {
    case "person":
      return "Somebody wanted it.";
    case "origin":
      return "This is where it began.";
    case "hidden":
      return "What led to it is not yours to see.";
    case "unknown":
      return "What led to it is not known.";
    case "limit":
      return "There is more behind it than is shown here.";
    default:
      return end satisfies never;
  }
}

/** Why something is as it is: from its last change back to what a person wanted. */
export default function WhyList({ path }: { path: string }) {
  const why = useObject<Why>(`${path}/why`);
  if (why.error) {
    return <ProblemAlert error={why.error} retry={() => void why.refetch()} />;
  }
  if (!why.data) {
    return <Spinner aria-label="Loading" />;
  }
  return (
    <>
      <List component={ListComponent.ol} type={OrderType.number} aria-label="Why">
        {why.data.steps.map((step) => (
          <ListItem key={step.event?.eventId ?? step.sentence}>
            {step.sentence}
            {step.event && (
              <small className="studio-aside">
                <Timestamp time={step.event.time} /> · {step.event.stream} revision {step.event.revision} ·{" "}
                {actorName(step.event.actor)}
              </small>
            )}
          </ListItem>
        ))}
      </List>
      <Alert component="h2" isInline isPlain variant="info" title={endOf(why.data.end)} />
    </>
  );
}
