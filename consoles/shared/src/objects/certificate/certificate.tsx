import type { Certificate } from "../../api/types";
import { checked, text } from "../../forms/form";
import { ObjectLink } from "../../ui/ObjectLink";
import { stateColumn, textColumn, timeColumn } from "../columns";
import type { Action, Kind } from "../kind";

function actionsAt(pathOf: (certificate: Certificate) => string): readonly Action<Certificate>[] {
  return [
    {
      title: "Rotate",
      method: "POST",
      isOffered: ({ state }) => state === "issued",
      form: (certificate) => ({
        title: `Rotate ${certificate.use} of ${certificate.subject}`,
        explanation: "Asks for the certificate that comes after this one.",
        submit: "Rotate",
        method: "POST",
        path: `${pathOf(certificate)}/rotate`,
        fields: [{ name: "endOld", label: "End connections that use this one", type: "checkbox" }],
        body: (values) => ({ endOld: checked(values, "endOld") }),
      }),
    },
    { title: "Retry", method: "POST", suffix: "/retry", isOffered: ({ state }) => state === "failed" },
    {
      title: "Revoke",
      method: "POST",
      isDangerous: true,
      isOffered: ({ state }) => state === "issued" || state === "superseded",
      form: (certificate) => ({
        title: `Revoke ${certificate.use} of ${certificate.subject}`,
        explanation: "Whoever holds it cannot connect with it any more. Look at the preview first.",
        submit: "Revoke",
        method: "POST",
        path: `${pathOf(certificate)}/revoke`,
        fields: [{ name: "cause", label: "Cause", type: "text", isRequired: true }],
        body: (values) => ({ cause: text(values, "cause") }),
      }),
    },
  ];
}

/** Certificates below a path: a backbone's, a network's, or the installation's own. */
export function certificateKind(owner: string, hasPast: boolean): Kind<Certificate> {
  const pathOf = ({ stream, uid }: Certificate) => {
    const [type, name] = stream.split("/");
    return type === "authority" ? `/authority/certificates/${uid}` : `/${type}s/${name}/certificates/${uid}`;
  };
  return {
    one: "Certificate",
    many: "Certificates",
    explanation: "What the log knows of certificates; keys are never in it.",
    path: `${owner}/certificates`,
    keyOf: ({ uid }) => uid,
    titleOf: ({ use, subject }) => `${use} of ${subject}`,
    columns: [
      {
        title: "Subject",
        cell: (certificate) => <ObjectLink to={pathOf(certificate)}>{certificate.subject}</ObjectLink>,
      },
      textColumn("Use", ({ use }) => use),
      stateColumn(),
      timeColumn("Valid until", ({ signed }) => signed?.notAfter),
      timeColumn("Renewed at", ({ renewAt }) => renewAt),
      textColumn("Cause", ({ cause }) => cause),
      timeColumn("Created", ({ createdAt }) => createdAt),
    ],
    filters: [
      {
        name: "state",
        title: "State",
        words: ["requested", "issued", "superseded", "revoked", "expired", "failed"],
      },
      { name: "subject", title: "Subject" },
    ],
    hasPast,
    hasPage: true,
    historySegment: owner === "/authority" ? false : undefined,
    actions: actionsAt(pathOf),
  };
}
