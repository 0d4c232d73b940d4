import { Alert } from "@patternfly/react-core";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { relative, Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { useEffect, useState } from "react";
import { useStatus } from "./api.ts";

const TICK_MS = 10_000;

/** The time, often enough to tell an age. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Says over every page what keeps the site from its usual work. */
export function Standing() {
  const status = useStatus();
  const now = useNow();
  if (!status.data) {
    return null;
  }
  const { network, connected, lastHeard, halted, paused } = status.data;
  return (
    <>
      {status.error && (
        <Alert
          component="h2"
          isInline
          variant="danger"
          title={`The agent of this site does not answer. What is shown is from ${relative(new Date(status.dataUpdatedAt), now)}.`}
        />
      )}
      {!connected && (
        <Alert
          component="h2"
          isInline
          variant="warning"
          title={
            lastHeard
              ? `${network.name} cannot be reached; it was last heard ${relative(new Date(lastHeard), now)}.`
              : `${network.name} cannot be reached.`
          }
        >
          What was agreed goes on. What you decide is kept here and sent when the network is back.
          {lastHeard && (
            <>
              {" "}
              Last heard: <Timestamp time={lastHeard} />
            </>
          )}
        </Alert>
      )}
      {halted && (
        <Alert component="h2" isInline variant="warning" title={`The application stands still here: ${halted}`} />
      )}
      {paused && (
        <Alert component="h2" isInline variant="info" title="You have paused the application here.">
          <ObjectLink to="/policy">Resume it</ObjectLink>
        </Alert>
      )}
    </>
  );
}
