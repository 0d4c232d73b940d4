import { Bullseye, Spinner } from "@patternfly/react-core";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { tell } from "../api/client";
import { ProblemError } from "../api/problem";
import { useObject } from "../api/queries";
import { ProblemAlert } from "../ui/ProblemAlert";

const CodePage = lazy(() => import("./CodePage"));

const CODE = "code";

/** Opens a session with a code that was printed once. */
export async function openSession(code: string): Promise<true> {
  await tell("POST", "/session", { code });
  return true;
}

interface Props {
  title: string;
  /** What only who is let in can read. */
  probe: string;
  /** Where a code is found. */
  hint: ReactNode;
  children: ReactNode;
}

/** Lets in who came by a link that was printed for them: the code in it opens a session, and leaves the address. */
export function CodeGate({ title, probe, hint, children }: Props) {
  const [parameters, setParameters] = useSearchParams();
  const [refused, setRefused] = useState<unknown>();
  const code = parameters.get(CODE);
  const opening = useQuery({
    queryKey: ["/session", code],
    queryFn: () => openSession(code ?? ""),
    enabled: code !== null,
    // A code is good for one use.
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const isSettled = code !== null && !opening.isPending;
  useEffect(() => {
    if (isSettled) {
      setRefused(opening.error ?? undefined);
      setParameters(
        (previous) => {
          const next = new URLSearchParams(previous);
          next.delete(CODE);
          return next;
        },
        { replace: true },
      );
    }
  }, [isSettled, opening.error, setParameters]);
  const inside = useObject(probe, {}, code === null);
  if (inside.error instanceof ProblemError && inside.error.problem.status === 401) {
    return (
      <Suspense>
        <CodePage title={title} hint={hint} refused={refused} onOpened={() => void inside.refetch()} />
      </Suspense>
    );
  }
  if (inside.data) {
    return children;
  }
  return (
    <Bullseye>
      {inside.error ? (
        <ProblemAlert error={inside.error} retry={() => void inside.refetch()} />
      ) : (
        <Spinner aria-label="Loading" />
      )}
    </Bullseye>
  );
}
