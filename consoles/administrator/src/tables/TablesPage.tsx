import { Card, CardBody, CardTitle, Content, Gallery, PageSection } from "@patternfly/react-core";
import { useList } from "@studio/shared/api/queries.ts";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";

const LIMIT = 100;

interface Named {
  name: string;
}

/** The tables of each type of stream: those of the streams, and those of what is in each. */
const TABLES = [
  { path: "/backbones", title: "Backbones", parts: ["sites", "access-points", "links", "attachments", "certificates"] },
  {
    path: "/networks",
    title: "Networks",
    parts: [
      "sites",
      "invitations",
      "site-classes",
      "processes",
      "ingresses",
      "egresses",
      "service-links",
      "changes",
      "deployments",
      "attachments",
      "certificates",
    ],
  },
  { path: "/libraries", title: "Image libraries", parts: ["images", "services"] },
  { path: "/users", title: "Users", parts: ["tokens", "sessions"] },
];

/** All tables there are. */
export default function TablesPage() {
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">All tables</Content>
      <Gallery hasGutter minWidths={{ default: "18rem" }}>
        {TABLES.map((table) => (
          <TableGroup key={table.path} {...table} />
        ))}
        <Card isCompact>
          <CardTitle component="h2">Installation</CardTitle>
          <CardBody>
            <ObjectLink to="/certificates">certificates</ObjectLink>, <ObjectLink to="/audit">audit</ObjectLink>
          </CardBody>
        </Card>
      </Gallery>
    </PageSection>
  );
}

function TableGroup({ path, title, parts }: (typeof TABLES)[number]) {
  const owners = useList<Named>(path, {}, LIMIT);
  return (
    <Card isCompact>
      <CardTitle component="h2">
        <ObjectLink to={path}>{title}</ObjectLink>
      </CardTitle>
      <CardBody>
        {owners.items.map(({ name }) => (
          <p key={name}>
            <ObjectLink to={`${path}/${name}`}>{name}</ObjectLink>:{" "}
            {parts.map((part, index) => (
              <span key={part}>
                {index > 0 && ", "}
                <ObjectLink to={`${path}/${name}/${part}`}>{part.replace("-", " ")}</ObjectLink>
              </span>
            ))}
          </p>
        ))}
        {owners.hasMore && <ObjectLink to={path}>and more</ObjectLink>}
      </CardBody>
    </Card>
  );
}
