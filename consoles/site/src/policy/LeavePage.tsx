import {
  ActionList,
  ActionListItem,
  Alert,
  Bullseye,
  Button,
  Content,
  FormGroup,
  List,
  ListItem,
  PageSection,
  Spinner,
  TextInput,
} from "@patternfly/react-core";
import { AskDialog } from "@studio/shared/ui/AskDialog.tsx";
import { useState } from "react";
import { useStatus, useTell } from "../api.ts";

/** The way out of the network. */
export default function LeavePage() {
  const status = useStatus();
  const [isAsking, setAsking] = useState(false);
  const [name, setName] = useState("");
  const tell = useTell();
  if (!status.data) {
    return (
      <Bullseye>
        <Spinner aria-label="Loading" />
      </Bullseye>
    );
  }
  const { network, site, connected, leaving, leftovers = [] } = status.data;
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">Leave</Content>
      <Content component="p">
        When {site.name} leaves {network.name}, all that runs here ends, and all that Studio put here is removed. To
        come back takes a new invitation.
      </Content>
      {tell.isSuccess || leaving ? (
        <Alert component="h2" isInline isLiveRegion variant="info" title={`${site.name} leaves ${network.name}`}>
          {connected
            ? "What runs here is ended and removed now."
            : "It is kept here, and happens when the network can be reached again."}
        </Alert>
      ) : (
        <ActionList>
          <ActionListItem>
            <Button variant="danger" onClick={() => setAsking(true)}>
              Leave {network.name}
            </Button>
          </ActionListItem>
        </ActionList>
      )}
      {leftovers.length > 0 && (
        <Alert component="h2" isInline variant="warning" title="This could not be removed; remove it by hand">
          <List>
            {leftovers.map((leftover) => (
              <ListItem key={leftover}>{leftover}</ListItem>
            ))}
          </List>
        </Alert>
      )}
      {isAsking && (
        <AskDialog
          title={`Leave ${network.name}`}
          explanation="This cannot be undone."
          submit="Leave"
          isDangerous
          isReady={name === network.name}
          isPending={tell.isPending}
          error={tell.error}
          onSubmit={() => tell.mutate({ method: "POST", path: "/leave" }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <FormGroup label={`Write ${network.name} to confirm`} isRequired fieldId="confirm">
            <TextInput id="confirm" autoComplete="off" value={name} onChange={(_, value) => setName(value)} />
          </FormGroup>
        </AskDialog>
      )}
    </PageSection>
  );
}
