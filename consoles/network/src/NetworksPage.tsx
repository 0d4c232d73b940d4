import { Bullseye, Content, List, ListItem, PageSection, Spinner } from "@patternfly/react-core";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { useNetworks } from "./api.ts";

/** The networks whose homes run here. */
export function NetworksPage() {
  const networks = useNetworks();
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">Networks</Content>
      {networks.error && !networks.data && (
        <ProblemAlert error={networks.error} retry={() => void networks.refetch()} />
      )}
      {networks.isPending && (
        <Bullseye>
          <Spinner aria-label="Loading" />
        </Bullseye>
      )}
      {networks.data?.items.length === 0 && (
        <Nothing title="No networks">A network appears here when its home is managed here.</Nothing>
      )}
      <List isPlain isBordered aria-label="Networks">
        {networks.data?.items.map(({ name, uid }) => (
          <ListItem key={uid}>
            <ObjectLink to={`/networks/${encodeURIComponent(name)}`}>{name}</ObjectLink>
          </ListItem>
        ))}
      </List>
    </PageSection>
  );
}
