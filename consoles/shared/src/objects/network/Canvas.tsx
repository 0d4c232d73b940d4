import { Bullseye, Flex, FlexItem, Spinner } from "@patternfly/react-core";
import { Suspense, useState } from "react";
import { useSearchParams } from "react-router";
import { useAt } from "../../app/at";
import type { Form } from "../../forms/form";
import { CommandForm } from "../../ui/dialogs";
import Graph from "../../ui/Graph";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { useShown } from "../shown";
import { sharedServices, useComposed } from "./composed";
import { egressForm, ingressForm, processForm } from "./composition";
import { Palette } from "./Palette";
import { PartPanel } from "./PartPanel";
import { linkForm } from "./serviceLink";

const SELECT = "select";

/** The application as a picture that is composed by dragging: parts onto it, and links from who requires to who offers. */
export default function Canvas() {
  const { path } = useShown();
  const network = decodeURIComponent(path.split("/")[2] ?? "");
  const [at] = useAt();
  const [parameters, setParameters] = useSearchParams();
  const [form, setForm] = useState<Form>();
  const { parts, edges, isLoading, error } = useComposed(path, at);
  const selected = parameters.get(SELECT) ?? undefined;
  const isEditable = at === undefined;
  const select = (id: string | undefined) =>
    setParameters(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (id) {
          next.set(SELECT, id);
        } else {
          next.delete(SELECT);
        }
        return next;
      },
      { replace: true },
    );
  const add = (part: string) => setForm(formOf(network, part));
  const connect = (from: string, to: string) => {
    const service = sharedServices(parts, from, to)[0] ?? "";
    setForm(linkForm(network, { name: service.split("/")[1] ?? "", service, offers: to, requires: from }));
  };
  if (error) {
    return <ProblemAlert error={error} />;
  }
  if (isLoading) {
    return (
      <Bullseye>
        <Spinner aria-label="Loading" />
      </Bullseye>
    );
  }
  const part = parts.find(({ id }) => id === selected);
  return (
    <>
      {isEditable && <Palette onAdd={add} />}
      <Flex flexWrap={{ default: "wrap", lg: "nowrap" }} alignItems={{ default: "alignItemsStretch" }}>
        <FlexItem grow={{ default: "grow" }} className="studio-canvas-place">
          <Graph
            label="Composition"
            nodes={parts}
            edges={edges}
            selected={selected}
            onSelect={select}
            onDrop={isEditable ? add : undefined}
            onConnect={isEditable ? connect : undefined}
            isConnectable={(from, to) => sharedServices(parts, from, to).length > 0}
          />
        </FlexItem>
        {part && (
          <FlexItem>
            <PartPanel part={part} parts={parts} path={path} onLink={isEditable ? connect : undefined} />
          </FlexItem>
        )}
      </Flex>
      <Suspense>{form && <CommandForm form={form} onClose={() => setForm(undefined)} />}</Suspense>
    </>
  );
}

function formOf(network: string, part: string): Form {
  switch (part) {
    case "ingress":
      return ingressForm(network);
    case "egress":
      return egressForm(network);
    default:
      return processForm(network, part);
  }
}
