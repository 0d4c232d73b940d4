import { Card, CardBody, CardTitle, Content, List, ListItem, Spinner } from "@patternfly/react-core";
import { useList, useObject } from "../../api/queries";
import type { EndpointStanding, EndpointWhy as Findings } from "../../api/types";
import { useAt } from "../../app/at";
import { Nothing } from "../../ui/Nothing";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { useShown } from "../shown";

/** Why each endpoint is, or is not, at a site, and what it lacks there. */
export default function EndpointWhy() {
  const { path } = useShown();
  const network = path.split("/").slice(0, 3).join("/");
  const endpoints = useList<EndpointStanding>(`${network}/changes`, { at: useAt()[0] });
  if (endpoints.error) {
    return <ProblemAlert error={endpoints.error} retry={endpoints.reload} />;
  }
  if (endpoints.isLoading) {
    return <Spinner aria-label="Loading" />;
  }
  if (endpoints.items.length === 0) {
    return <Nothing title="The application has no parts yet" />;
  }
  return endpoints.items.map(({ endpoint }) => <FindingsOf key={endpoint} path={path} endpoint={endpoint} />);
}

function FindingsOf({ path, endpoint }: { path: string; endpoint: string }) {
  const [at] = useAt();
  const why = useObject<Findings>(`${path}/endpoints/${endpoint}/why`, { at });
  return (
    <Card isCompact>
      <CardTitle component="h2">{endpoint}</CardTitle>
      <CardBody>
        {why.error && <ProblemAlert error={why.error} />}
        {why.data && <FindingList title="Here" findings={why.data.here} />}
        {why.data && why.data.peers.length > 0 && <FindingList title="At others" findings={why.data.peers} />}
      </CardBody>
    </Card>
  );
}

function FindingList({ title, findings }: { title: string; findings: Findings["here"] }) {
  return (
    <>
      <Content component="h3">{title}</Content>
      <List>
        {findings.map((finding) => (
          <ListItem key={`${finding.code} ${finding.text}`}>{finding.text}</ListItem>
        ))}
      </List>
    </>
  );
}
