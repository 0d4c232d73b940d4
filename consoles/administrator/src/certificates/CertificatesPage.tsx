import { Bullseye, Content, List, ListItem, PageSection, Spinner } from "@patternfly/react-core";
import { read } from "@studio/shared/api/client.ts";
import { useList } from "@studio/shared/api/queries.ts";
import type { Backbone, Certificate, Network, Page } from "@studio/shared/api/types.ts";
import { useAt } from "@studio/shared/app/at.ts";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import { useQueries } from "@tanstack/react-query";
import { type CertificateNode, treeOf } from "./tree.ts";

const LIMIT = 500;

/** All certificates, each below the one that signed it, with when they end. */
export default function CertificatesPage() {
  const [at] = useAt();
  const authority = useList<Certificate>("/authority/certificates", {}, LIMIT);
  const backbones = useList<Backbone>("/backbones", {}, LIMIT);
  const networks = useList<Network>("/networks", {}, LIMIT);
  const owners = [
    ...backbones.items.map(({ name }) => `/backbones/${name}`),
    ...networks.items.map(({ name }) => `/networks/${name}`),
  ];
  const owned = useQueries({
    queries: owners.map((owner) => ({
      queryKey: [`${owner}/certificates`, { at, limit: LIMIT }],
      queryFn: () => read<Page<Certificate>>(`${owner}/certificates`, { at, limit: LIMIT }),
    })),
    combine: (results) => results.flatMap(({ data }) => data?.items ?? []),
  });
  const certificates = [...authority.items, ...owned];
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Content component="h1">Certificates</Content>
      {authority.error != null && <ProblemAlert error={authority.error} retry={authority.reload} />}
      {authority.isLoading && (
        <Bullseye>
          <Spinner aria-label="Loading" />
        </Bullseye>
      )}
      {!authority.isLoading && certificates.length === 0 && (
        <Nothing title="No certificates">Backbones and networks ask for theirs when they are made.</Nothing>
      )}
      {certificates.length > 0 && <Branch label="Certificates" nodes={treeOf(certificates)} />}
    </PageSection>
  );
}

/** Certificates, each with those that it signed below. */
function Branch({ label, nodes }: { label: string; nodes: readonly CertificateNode[] }) {
  return (
    <List aria-label={label}>
      {nodes.map(({ certificate, signed }) => (
        <ListItem key={certificate.uid}>
          <Line certificate={certificate} />
          {signed.length > 0 && <Branch label={`Signed by ${certificate.subject}`} nodes={signed} />}
        </ListItem>
      ))}
    </List>
  );
}

function Line({ certificate: { uid, use, subject, stream, state, signed } }: { certificate: Certificate }) {
  const [type, name] = stream.split("/");
  const owner = type === "authority" ? "/authority" : `/${type}s/${name}`;
  return (
    <>
      <ObjectLink to={`${owner}/certificates/${uid}`}>
        {use} of {subject}
      </ObjectLink>{" "}
      <StatusLabel state={state} />{" "}
      {signed && (
        <>
          until <Timestamp time={signed.notAfter} />
        </>
      )}{" "}
      <small>{stream}</small>
    </>
  );
}
