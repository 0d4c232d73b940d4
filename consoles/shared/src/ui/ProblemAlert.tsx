import { Alert, AlertActionLink } from "@patternfly/react-core";
import { problemOf } from "../api/problem";

/** A problem as the service tells it: what, why, which fields, and the number to look for in its log. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = problemOf(error);
  return (
    <Alert
      component="h2"
      variant="danger"
      isInline
      title={problem.title}
      role="alert"
      actionLinks={retry && <AlertActionLink onClick={retry}>Try again</AlertActionLink>}
    >
      {problem.detail && <p>{problem.detail}</p>}
      {problem.errors?.map((field) => (
        <p key={`${field.pointer} ${field.detail}`}>
          <code>{field.pointer}</code> {field.detail}
        </p>
      ))}
      {problem.incident && (
        <p>
          Incident <code>{problem.incident}</code>
        </p>
      )}
    </Alert>
  );
}
