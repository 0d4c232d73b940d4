import { Bullseye, Content, PageSection, Spinner } from "@patternfly/react-core";
import { useStatus } from "../api.ts";
import { PausePart } from "./PausePart.tsx";
import { PolicyForm } from "./PolicyForm.tsx";

/** What happens to changes that nobody looked at, and whether the application may run here at all. */
export default function PolicyPage() {
  const { data } = useStatus();
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">Policy and pause</Content>
      {data ? (
        <>
          <PolicyForm
            key={`${data.policy.accept} ${data.policy.until}`}
            policy={data.policy}
            network={data.network.name}
          />
          <PausePart paused={data.paused} />
        </>
      ) : (
        <Bullseye>
          <Spinner aria-label="Loading" />
        </Bullseye>
      )}
    </PageSection>
  );
}
