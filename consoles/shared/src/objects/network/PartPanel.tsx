import { Button, Card, CardBody, CardTitle, Content, DescriptionList, List, ListItem } from "@patternfly/react-core";
import { JsonFields } from "../../ui/JsonFields";
import { ObjectLink } from "../../ui/ObjectLink";
import { type Part, sharedServices } from "./composed";

interface Props {
  part: Part;
  parts: readonly Part[];
  path: string;
  onLink: ((from: string, to: string) => void) | undefined;
}

/** What the selected part is, what sites make of it, what it lacks, and what it can be linked to. */
export function PartPanel({ part, parts, path, onLink }: Props) {
  const { id, kind, segment, offers, requires, standing } = part;
  const partners = parts.filter((other) => sharedServices(parts, id, other.id).length > 0);
  return (
    <Card isCompact isPlain component="aside" aria-label={`About ${id}`}>
      <CardTitle component="h2">{id}</CardTitle>
      <CardBody>
        <DescriptionList isCompact isHorizontal>
          <JsonFields value={{ kind, offers: [...offers], requires: [...requires] }} />
          {standing && <JsonFields value={{ ...standing }} omit={["endpoint", "type", "digest"]} />}
        </DescriptionList>
        <Content component="h3">Findings</Content>
        <List isPlain>
          {findings(part).map((finding) => (
            <ListItem key={finding}>{finding}</ListItem>
          ))}
        </List>
        {onLink &&
          partners.map((other) => (
            <Button key={other.id} variant="link" isInline onClick={() => onLink(id, other.id)}>
              Link to {other.title}
            </Button>
          ))}
        <p>
          <ObjectLink to={`${path}/${segment}/${id}`}>Open {id}</ObjectLink>
        </p>
      </CardBody>
    </Card>
  );
}

/** What keeps a part from doing its work, as far as the composition tells. */
function findings({ detail, standing }: Part): string[] {
  const found = [];
  if (detail === "at nowhere") {
    found.push("It is allocated nowhere, so it runs nowhere.");
  } else if (!standing || standing.sites === 0) {
    found.push("No site is where it is allocated.");
  }
  if (standing && standing.declined > 0) {
    found.push(`${standing.declined} of ${standing.sites} sites declined it.`);
  }
  if (standing && standing.failed > 0) {
    found.push(`It failed at ${standing.failed} sites.`);
  }
  return found.length > 0 ? found : ["Nothing is amiss."];
}
