import {
  Alert,
  Button,
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Content,
  ExpandableSection,
  Flex,
  Spinner,
} from "@patternfly/react-core";
import type { JsonObject } from "@studio/shared/api/types.ts";
import { inWords } from "@studio/shared/ui/JsonFields.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { lazy, Suspense, useId, useState } from "react";
import type { Change } from "../api.ts";
import { DifferenceTable } from "./DifferenceTable.tsx";
import { RiskLabels } from "./RiskLabels.tsx";

const RawView = lazy(() => import("@studio/shared/ui/RawView.tsx"));

/** What a change is, in a word. */
function natureOf({ now, kind }: Change): string {
  return now ? `${inWords(kind)}, another than now` : `${inWords(kind)}, new here`;
}

interface Props {
  change: Change;
  network: string;
  onDecide(verdict: "accept" | "decline"): void;
}

/** One change: what, why, who, since when, what differs, and what makes it risky. */
export function ChangeCard({ change, network, onDecide }: Props) {
  const id = useId();
  const { endpoint, state, why, by, since, risks, verdict, difference } = change;
  return (
    <Card isCompact component="article" aria-labelledby={id}>
      <CardHeader
        actions={{
          hasNoOffset: true,
          actions: (
            <>
              {state !== "accepted" && (
                <Button variant="secondary" aria-describedby={id} onClick={() => onDecide("accept")}>
                  Accept
                </Button>
              )}
              {state !== "declined" && (
                <Button variant="link" aria-describedby={id} onClick={() => onDecide("decline")}>
                  Decline
                </Button>
              )}
            </>
          ),
        }}
      >
        <CardTitle component="h2" id={id}>
          {endpoint.name}
        </CardTitle>
        <Flex spaceItems={{ default: "spaceItemsSm" }}>
          <small>{natureOf(change)}</small>
          <RiskLabels risks={risks} />
        </Flex>
      </CardHeader>
      <CardBody>
        <Content component="p">{why}</Content>
        <Content component="small">
          {by && `Asked for by ${by}, `}
          {by ? "since" : "Since"} <Timestamp time={since} />
        </Content>
        {verdict && (
          <Content component="p">
            {state === "declined" ? "Declined" : "Accepted"} by {verdict.by}, <Timestamp time={verdict.at} />
            {verdict.reason && `: ${verdict.reason}`}
          </Content>
        )}
        {verdict?.refusal && (
          <Alert component="h3" isInline isPlain variant="danger" title={`${network} refused it: ${verdict.refusal}`} />
        )}
        <DifferenceTable differences={difference} name={endpoint.name} />
        <Whole change={change} />
      </CardBody>
    </Card>
  );
}

/** All that is wanted, as it is. */
function Whole({ change: { wanted, endpoint } }: { change: Change }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <ExpandableSection toggleText={`All of ${endpoint.name}`} isExpanded={isOpen} onToggle={(_, open) => setOpen(open)}>
      {isOpen && (
        <Suspense fallback={<Spinner size="md" aria-label="Loading" />}>
          <RawView value={wanted as JsonObject} />
        </Suspense>
      )}
    </ExpandableSection>
  );
}
