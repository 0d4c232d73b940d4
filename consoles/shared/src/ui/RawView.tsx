import { CodeBlock, CodeBlockAction, CodeBlockCode, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useSearchParams } from "react-router";
import { stringify } from "yaml";
import type { JsonObject } from "../api/types";
import { CopyButton } from "./CopyButton";

/** An object as the service tells it, as YAML or JSON. */
export default function RawView({ value }: { value: JsonObject }) {
  const [parameters, setParameters] = useSearchParams();
  const isJson = parameters.get("as") === "json";
  const text = isJson ? JSON.stringify(value, null, 2) : stringify(value);
  const show = (as: string) =>
    setParameters(
      (previous) => {
        const next = new URLSearchParams(previous);
        next.set("as", as);
        return next;
      },
      { replace: true },
    );
  return (
    <CodeBlock
      actions={
        <>
          <CodeBlockAction>
            <ToggleGroup aria-label="Format">
              <ToggleGroupItem text="YAML" isSelected={!isJson} onChange={() => show("yaml")} />
              <ToggleGroupItem text="JSON" isSelected={isJson} onChange={() => show("json")} />
            </ToggleGroup>
          </CodeBlockAction>
          <CodeBlockAction>
            <CopyButton text={text} />
          </CodeBlockAction>
        </>
      }
    >
      <CodeBlockCode tabIndex={0}>{text}</CodeBlockCode>
    </CodeBlock>
  );
}
