import { PageSection } from "@patternfly/react-core";
import { useRouteError } from "react-router";
import { Nothing } from "../ui/Nothing";
import { ObjectLink } from "../ui/ObjectLink";

/** What is shown where the console itself has failed. */
export function FaultPage() {
  const error = useRouteError();
  return (
    <PageSection hasBodyWrapper={false}>
      <Nothing title="This page has a fault" action={<a href={window.location.href}>Load it again</a>}>
        {error instanceof Error ? error.message : String(error)}
      </Nothing>
    </PageSection>
  );
}

/** What is shown at an address that leads nowhere. */
export function LostPage() {
  return (
    <PageSection hasBodyWrapper={false}>
      <Nothing title="There is no such page" action={<ObjectLink to="/">To the start</ObjectLink>} />
    </PageSection>
  );
}
