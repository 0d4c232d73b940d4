import { Bullseye, Content, PageSection, Spinner, TreeView, type TreeViewDataItem } from "@patternfly/react-core";
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
      {certificates.length > 0 && (
        <TreeView aria-label="Certificates" data={treeOf(certificates).map(itemOf)} allExpanded hasGuides />
      )}
    </PageSection>
  );
}

function itemOf({ certificate, signed }: CertificateNode): TreeViewDataItem {
  const { uid, use, subject, stream, state, signed: content } = certificate;
  const [type, name] = stream.split("/");
  const owner = type === "authority" ? "/authority" : `/${type}s/${name}`;
  return {
    id: uid,
    name: (
      <>
        <ObjectLink to={`${owner}/certificates/${uid}`}>
          {use} of {subject}
        </ObjectLink>{" "}
        <StatusLabel state={state} />{" "}
        {content && (
          <>
            until <Timestamp time={content.notAfter} />
          </>
        )}{" "}
        <small>{stream}</small>
      </>
    ),
    ...(signed.length > 0 ? { children: signed.map(itemOf) } : {}),
  };
}
