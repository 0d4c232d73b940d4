import { Content, PageSection } from "@patternfly/react-core";
import { useList } from "@studio/shared/api/queries.ts";
import type { Backbone, Certificate, InteriorSite, Library, Link, Network, User } from "@studio/shared/api/types.ts";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { needsAttention, StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import type { ReactNode } from "react";

const LIMIT = 500;
const EXPIRES_SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** What needs somebody's attention, then how much there is. */
export function Overview() {
  const backbones = useList<Backbone>("/backbones", {}, LIMIT);
  const networks = useList<Network>("/networks", {}, LIMIT);
  const users = useList<User>("/users", {}, LIMIT);
  const libraries = useList<Library>("/libraries", {}, LIMIT);
  const certificates = useList<Certificate>("/authority/certificates", {}, LIMIT);
  const lists = [backbones, networks, users, libraries, certificates];
  const failed = lists.find((list) => list.error);
  if (failed) {
    return (
      <PageSection hasBodyWrapper={false}>
        <ProblemAlert error={failed.error} retry={failed.reload} />
      </PageSection>
    );
  }
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">Overview</Content>
      <Content component="h2">Needs attention</Content>
      <ul className="studio-attention" aria-label="Needs attention" aria-busy={lists.some((list) => list.isLoading)}>
        {backbones.items
          .filter(({ state }) => needsAttention(state))
          .map((backbone) => (
            <Matter key={backbone.uid} to={`/backbones/${backbone.name}`} state={backbone.state}>
              Backbone {backbone.name}
            </Matter>
          ))}
        {backbones.items.map(({ uid, name }) => (
          <BackboneMatters key={uid} backbone={name} />
        ))}
        {networks.items
          .filter(({ state }) => needsAttention(state))
          .map((network) => (
            <Matter key={network.uid} to={`/networks/${network.name}`} state={network.state}>
              Network {network.name}
            </Matter>
          ))}
        <CertificateMatters certificates={certificates.items} />
        {users.items
          .filter(({ state }) => needsAttention(state))
          .map((user) => (
            <Matter key={user.uid} to={`/users/${user.name}`} state={user.state}>
              User {user.name}
            </Matter>
          ))}
        <li className="studio-calm">Nothing does.</li>
      </ul>
      <Content component="h2">Numbers</Content>
      <dl className="studio-numbers">
        <Count to="/backbones" title="Backbones" list={backbones} />
        <Count to="/networks" title="Networks" list={networks} />
        <Count to="/users" title="Users" list={users} />
        <Count to="/libraries" title="Image libraries" list={libraries} />
      </dl>
    </PageSection>
  );
}

/** Sites and links of a backbone that somebody should look at, and certificates that end soon. */
function BackboneMatters({ backbone }: { backbone: string }) {
  const path = `/backbones/${backbone}`;
  const lost = useList<InteriorSite>(`${path}/sites`, { state: "lost" }, LIMIT);
  const down = useList<Link>(`${path}/links`, { state: "down" }, LIMIT);
  const certificates = useList<Certificate>(`${path}/certificates`, {}, LIMIT);
  return (
    <>
      {lost.items.map(({ uid, name, state }) => (
        <Matter key={uid} to={`${path}/sites/${name}`} state={state}>
          Interior site {name} of {backbone}
        </Matter>
      ))}
      {down.items.map(({ uid, name, state }) => (
        <Matter key={uid} to={`${path}/links/${name}`} state={state}>
          Link {name} of {backbone}
        </Matter>
      ))}
      <CertificateMatters certificates={certificates.items} />
    </>
  );
}

function CertificateMatters({ certificates }: { certificates: readonly Certificate[] }) {
  const soon = Date.now() + EXPIRES_SOON_MS;
  return certificates
    .filter(
      ({ state, signed }) => state === "failed" || (state === "issued" && Date.parse(signed?.notAfter ?? "") < soon),
    )
    .map(({ uid, use, subject, state }) => (
      <Matter key={uid} to="/certificates" state={state === "failed" ? state : "expiring"}>
        Certificate {use} of {subject}
      </Matter>
    ));
}

function Matter({ to, state, children }: { to: string; state: string; children: ReactNode }) {
  return (
    <li>
      <StatusLabel state={state} /> <ObjectLink to={to}>{children}</ObjectLink>
    </li>
  );
}

interface CountProps {
  to: string;
  title: string;
  list: { items: readonly unknown[]; hasMore: boolean; isLoading: boolean };
}

function Count({ to, title, list }: CountProps) {
  return (
    <div>
      <dt>
        <ObjectLink to={to}>{title}</ObjectLink>
      </dt>
      <dd>{list.isLoading ? "…" : `${list.items.length.toLocaleString()}${list.hasMore ? "+" : ""}`}</dd>
    </div>
  );
}
