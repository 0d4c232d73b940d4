import {
  Breadcrumb,
  BreadcrumbItem,
  Bullseye,
  Content,
  DescriptionList,
  Flex,
  FlexItem,
  PageSection,
  Spinner,
} from "@patternfly/react-core";
import { inWords } from "@studio/shared/ui/JsonFields.tsx";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { Term } from "@studio/shared/ui/Term.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { useParams } from "react-router";
import { type Component, useComponents } from "../api.ts";
import { imageOf, joined } from "./columns.tsx";
import { Logs } from "./Logs.tsx";

/** One thing that runs here, and what it says. */
export default function ComponentPage() {
  const name = useParams().component ?? "";
  const components = useComponents();
  const component = components.data?.items.find(({ endpoint }) => endpoint.name === name);
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Breadcrumb>
        <BreadcrumbItem render={() => <ObjectLink to="/components">What runs</ObjectLink>} />
        <BreadcrumbItem isActive>{name}</BreadcrumbItem>
      </Breadcrumb>
      <Flex className="studio-heading">
        <FlexItem>
          <Content component="h1">{name}</Content>
        </FlexItem>
        {component && (
          <FlexItem>
            <StatusLabel state={component.state} />
          </FlexItem>
        )}
      </Flex>
      {components.error && !components.data && (
        <ProblemAlert error={components.error} retry={() => void components.refetch()} />
      )}
      {components.isPending && (
        <Bullseye>
          <Spinner aria-label="Loading" />
        </Bullseye>
      )}
      {components.data && !component && <Nothing title={`${name} does not run here`} />}
      {component && <Facts component={component} />}
      {component?.kind === "process" && <Logs component={name} />}
    </PageSection>
  );
}

function Facts({ component }: { component: Component }) {
  const { kind, reason, since, restarts, pid, listens, connects } = component;
  return (
    <DescriptionList isCompact isHorizontal>
      <Term title="Kind">{inWords(kind)}</Term>
      {reason && <Term title="Reason">{reason}</Term>}
      <Term title="Since">
        <Timestamp time={since} />
      </Term>
      <Term title="Listens on">{joined(listens)}</Term>
      <Term title="Connects to">{joined(connects)}</Term>
      {imageOf(component) && <Term title="Image">{imageOf(component)}</Term>}
      {pid !== undefined && <Term title="Process number">{pid}</Term>}
      <Term title="Restarts">{restarts.toLocaleString()}</Term>
    </DescriptionList>
  );
}
