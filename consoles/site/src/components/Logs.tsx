import {
  Button,
  CodeBlock,
  CodeBlockAction,
  CodeBlockCode,
  Content,
  Spinner,
  ToggleGroup,
  ToggleGroupItem,
} from "@patternfly/react-core";
import { readText } from "@studio/shared/api/client.ts";
import { CopyButton } from "@studio/shared/ui/CopyButton.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";

const TAILS = [200, 500, 1000];

/** What a process said last. It is read again when it starts or ends, and when somebody asks. */
export function Logs({ component }: { component: string }) {
  const [parameters, setParameters] = useSearchParams();
  const tail = TAILS.find((lines) => String(lines) === parameters.get("tail")) ?? 200;
  const path = `/components/${encodeURIComponent(component)}/logs`;
  const logs = useQuery({
    queryKey: [path, { tail }],
    queryFn: ({ signal }) => readText(path, { tail }, signal),
  });
  return (
    <>
      <Content component="h2">Logs</Content>
      {logs.error && <ProblemAlert error={logs.error} retry={() => void logs.refetch()} />}
      {logs.isPending && <Spinner size="md" aria-label="Loading" />}
      {logs.data !== undefined && (
        <CodeBlock
          actions={
            <>
              <CodeBlockAction>
                <ToggleGroup aria-label="How many lines">
                  {TAILS.map((lines) => (
                    <ToggleGroupItem
                      key={lines}
                      text={`${lines.toLocaleString()} lines`}
                      isSelected={lines === tail}
                      onChange={() => setParameters({ tail: String(lines) }, { replace: true })}
                    />
                  ))}
                </ToggleGroup>
              </CodeBlockAction>
              <CodeBlockAction>
                <Button variant="secondary" isLoading={logs.isFetching} onClick={() => void logs.refetch()}>
                  Read again
                </Button>
              </CodeBlockAction>
              <CodeBlockAction>
                <CopyButton text={logs.data} />
              </CodeBlockAction>
            </>
          }
        >
          <CodeBlockCode className="studio-log" tabIndex={0} aria-label={`Logs of ${component}`} role="region">
            {logs.data || "It has said nothing yet."}
          </CodeBlockCode>
        </CodeBlock>
      )}
    </>
  );
}
