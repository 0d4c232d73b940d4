import {
  Alert,
  Bullseye,
  Button,
  Content,
  Flex,
  FlexItem,
  PageSection,
  Spinner,
  Stack,
  StackItem,
  ToggleGroup,
  ToggleGroupItem,
} from "@patternfly/react-core";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { lazy, Suspense, useState } from "react";
import { useSearchParams } from "react-router";
import { type Change, type SiteStatus, useChanges, useStatus } from "../api.ts";
import { ChangeCard } from "./ChangeCard.tsx";

const AcceptDialog = lazy(() => import("./AcceptDialog.tsx"));
const DeclineDialog = lazy(() => import("./DeclineDialog.tsx"));

const STATES = ["proposed", "accepted", "declined"] as const satisfies readonly Change["state"][];

const TITLES: Readonly<Record<Change["state"], string>> = {
  proposed: "Waiting for you",
  accepted: "Accepted",
  declined: "Declined",
};

/** What somebody is deciding about. */
type Deciding = { verdict: "accept" | "decline"; changes: readonly Change[] };

function headingOf(network: string, count: number): string {
  return `${network} wants to make ${count === 0 ? "no changes" : count === 1 ? "1 change" : `${count} changes`} here`;
}

/** What the network wants to change here, and the participant's word about it. */
export function ChangesPage() {
  const status = useStatus();
  const changes = useChanges();
  const [parameters, setParameters] = useSearchParams();
  const [deciding, setDeciding] = useState<Deciding>();
  const [done, setDone] = useState<string>();
  const shown = STATES.find((state) => state === parameters.get("state")) ?? "proposed";
  if (changes.error && !changes.data) {
    return (
      <PageSection hasBodyWrapper={false}>
        <ProblemAlert error={changes.error} retry={() => void changes.refetch()} />
      </PageSection>
    );
  }
  if (!changes.data || !status.data) {
    return (
      <Bullseye>
        <Spinner aria-label="Loading" />
      </Bullseye>
    );
  }
  const { items } = changes.data;
  const proposed = items.filter(({ state }) => state === "proposed");
  const close = (told?: string) => {
    setDeciding(undefined);
    setDone(told);
  };
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Flex className="studio-heading">
        <FlexItem>
          <Content component="h1">{headingOf(status.data.network.name, proposed.length)}</Content>
        </FlexItem>
        {proposed.length > 0 && (
          <FlexItem align={{ default: "alignRight" }}>
            <Button onClick={() => setDeciding({ verdict: "accept", changes: proposed })}>Accept all</Button>
          </FlexItem>
        )}
      </Flex>
      <div aria-live="polite">
        <PolicyLine status={status.data} />
        {done && <Done title={done} connected={status.data.connected} />}
      </div>
      <ToggleGroup aria-label="Which changes" className="studio-choice">
        {STATES.map((state) => (
          <ToggleGroupItem
            key={state}
            text={`${TITLES[state]} (${items.filter((item) => item.state === state).length})`}
            isSelected={shown === state}
            onChange={() => setParameters(state === "proposed" ? {} : { state }, { replace: true })}
          />
        ))}
      </ToggleGroup>
      <Changes
        changes={items.filter(({ state }) => state === shown)}
        network={status.data.network.name}
        state={shown}
        onDecide={(verdict, change) => setDeciding({ verdict, changes: [change] })}
      />
      <Suspense>
        {deciding?.verdict === "accept" && <AcceptDialog changes={deciding.changes} onClose={close} />}
        {deciding?.verdict === "decline" && <DeclineDialog changes={deciding.changes} onClose={close} />}
      </Suspense>
    </PageSection>
  );
}

function PolicyLine({ status: { policy } }: { status: SiteStatus }) {
  return (
    <Content component="p">
      {policy.accept === "all" ? "Changes are accepted as they come" : "Nothing changes here before you accept it"}
      {policy.until && (
        <>
          , until <Timestamp time={policy.until} />
        </>
      )}
      . <ObjectLink to="/policy">Standing policy</ObjectLink>
    </Content>
  );
}

function Done({ title, connected }: { title: string; connected: boolean }) {
  return (
    <Alert component="h2" isInline variant="success" title={title}>
      {!connected && "It is kept here, and sent when the network can be reached again."}
    </Alert>
  );
}

interface ListProps {
  changes: readonly Change[];
  network: string;
  state: Change["state"];
  onDecide(verdict: Deciding["verdict"], change: Change): void;
}

function Changes({ changes, network, state, onDecide }: ListProps) {
  if (changes.length === 0) {
    return state === "proposed" ? (
      <Nothing title="Nothing waits for you">What the network wants to change here appears at once.</Nothing>
    ) : (
      <Nothing title={`Nothing is ${state}`} />
    );
  }
  return (
    <Stack hasGutter>
      {changes.map((change) => (
        <StackItem key={change.endpoint.uid}>
          <ChangeCard change={change} network={network} onDecide={(verdict) => onDecide(verdict, change)} />
        </StackItem>
      ))}
    </Stack>
  );
}
