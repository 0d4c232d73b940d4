import { Content, DescriptionList, List, ListItem } from "@patternfly/react-core";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { Term } from "@studio/shared/ui/Term.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { type SiteService, useNetworkPath } from "../api.ts";
import type { Member } from "../members.ts";

interface Props {
  member: Member;
  services: readonly SiteService[];
}

/** The site that was chosen in the picture. */
export function SitePanel({ member, services }: Props) {
  const path = useNetworkPath();
  const { uid, name, state, lastHeard, router, links, processes } = member;
  const called = [...new Set(services.filter(({ from }) => from === uid).map((service) => service.name))];
  const answered = [...new Set(services.filter(({ to }) => to === uid).map((service) => service.name))];
  return (
    <aside aria-label={`About ${name}`}>
      <Content component="h2">{name}</Content>
      <DescriptionList isCompact>
        <Term title="State">
          <StatusLabel state={state} />
        </Term>
        <Term title="Last heard">
          <Timestamp time={lastHeard} />
        </Term>
        {router && <Term title="Router">{router}</Term>}
        <Term title="Links">
          <List isPlain>
            {links.map(({ attachment, host, port, state: how, detail }) => (
              <ListItem key={`${host}:${port}`}>
                {attachment} <StatusLabel state={how} /> {detail}
              </ListItem>
            ))}
          </List>
        </Term>
        <Term title="Runs">
          {processes.length === 0 ? (
            "–"
          ) : (
            <List isPlain>
              {processes.map((process) => (
                <ListItem key={process.name}>
                  {process.name} <StatusLabel state={process.state} /> {process.detail}
                </ListItem>
              ))}
            </List>
          )}
        </Term>
        <Term title="Calls">{called.join(", ") || "–"}</Term>
        <Term title="Answers">{answered.join(", ") || "–"}</Term>
      </DescriptionList>
      <p>
        <ObjectLink to={`${path}/decisions?site=${encodeURIComponent(name)}`}>Decisions</ObjectLink>
      </p>
    </aside>
  );
}
