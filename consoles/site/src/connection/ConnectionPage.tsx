import {
  Bullseye,
  Button,
  Content,
  DescriptionList,
  Flex,
  FlexItem,
  List,
  ListItem,
  PageSection,
  Spinner,
} from "@patternfly/react-core";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { Term } from "@studio/shared/ui/Term.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { type SiteStatus, useDoctor, useStatus } from "../api.ts";

/** How the site is connected to its network, and whether all is there that it needs. */
export default function ConnectionPage() {
  const status = useStatus();
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">Network connection</Content>
      {status.data ? <Facts status={status.data} /> : <Loading />}
      <Doctor />
    </PageSection>
  );
}

function Loading() {
  return (
    <Bullseye>
      <Spinner aria-label="Loading" />
    </Bullseye>
  );
}

function Facts({ status: { network, site, connected, lastHeard, router } }: { status: SiteStatus }) {
  return (
    <DescriptionList isCompact isHorizontal>
      <Term title="Network">{network.name}</Term>
      <Term title="Site">{site.name}</Term>
      <Term title="Connection">
        <StatusLabel state={connected ? "connected" : "lost"} />
      </Term>
      <Term title="Last heard">
        <Timestamp time={lastHeard} />
      </Term>
      <Term title="Router">
        <StatusLabel state={router.state} /> {router.detail}
      </Term>
      <Term title="Router's name">
        <code className="studio-breakable">{router.id}</code>
      </Term>
      {router.version && <Term title="Router's version">{router.version}</Term>}
    </DescriptionList>
  );
}

function Doctor() {
  const doctor = useDoctor();
  return (
    <>
      <Flex className="studio-heading">
        <FlexItem>
          <Content component="h2">Examination</Content>
        </FlexItem>
        <FlexItem align={{ default: "alignRight" }}>
          <Button variant="secondary" isLoading={doctor.isFetching} onClick={() => void doctor.refetch()}>
            Examine again
          </Button>
        </FlexItem>
      </Flex>
      {doctor.error && <ProblemAlert error={doctor.error} />}
      {doctor.isPending && <Loading />}
      {doctor.data && (
        <List isPlain isBordered aria-label="Examination">
          {doctor.data.checks.map(({ name, ok, detail, hint }) => (
            <ListItem key={name}>
              <StatusLabel state={ok ? "passed" : "failed"} /> <strong>{name}</strong>: {detail}
              {hint && <span className="studio-aside">{hint}</span>}
            </ListItem>
          ))}
        </List>
      )}
    </>
  );
}
