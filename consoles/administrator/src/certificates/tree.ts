import type { Certificate } from "@studio/shared/api/types.ts";

/** A certificate with those that it signed. */
export interface CertificateNode {
  certificate: Certificate;
  signed: CertificateNode[];
}

/** Certificates below those that signed them; whoever's signer is not known, or not yet there, stands at the top. */
export function treeOf(certificates: readonly Certificate[]): CertificateNode[] {
  const nodes = new Map(
    certificates.map((certificate) => [certificate.uid, { certificate, signed: [] } as CertificateNode]),
  );
  const top: CertificateNode[] = [];
  for (const node of nodes.values()) {
    const issuer = node.certificate.signed?.issuer as string | undefined;
    const signer = issuer === undefined ? undefined : nodes.get(issuer);
    (signer && signer !== node ? signer.signed : top).push(node);
  }
  return top;
}
