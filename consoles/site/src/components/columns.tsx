import type { Column } from "@studio/shared/objects/kind.ts";
import { inWords } from "@studio/shared/ui/JsonFields.tsx";
import { ObjectLink } from "@studio/shared/ui/ObjectLink.tsx";
import { StatusLabel } from "@studio/shared/ui/StatusLabel.tsx";
import { Timestamp } from "@studio/shared/ui/Timestamp.tsx";
import type { Component } from "../api.ts";

/** The image with its version, where there is one. */
export function imageOf({ image, version }: Component): string | undefined {
  return image && version ? `${image} ${version}` : image;
}

/** Addresses, one after the other. */
export function joined(addresses: readonly string[]): string {
  return addresses.length > 0 ? addresses.join(", ") : "–";
}

export const columns: readonly Column<Component>[] = [
  {
    title: "Name",
    cell: ({ endpoint: { name } }) => <ObjectLink to={`/components/${encodeURIComponent(name)}`}>{name}</ObjectLink>,
  },
  { title: "Kind", cell: ({ kind }) => inWords(kind) },
  {
    title: "State",
    cell: ({ state, reason }) => (
      <>
        <StatusLabel state={state} /> {reason}
      </>
    ),
  },
  { title: "Since", cell: ({ since }) => <Timestamp time={since} /> },
  { title: "Listens on", cell: ({ listens }) => joined(listens) },
  { title: "Connects to", cell: ({ connects }) => joined(connects) },
  { title: "Image", cell: (component) => imageOf(component) ?? "–" },
  { title: "Restarts", cell: ({ restarts }) => restarts.toLocaleString() },
];
