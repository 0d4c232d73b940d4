import { Bullseye, Spinner } from "@patternfly/react-core";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { type Location, useLocation, useNavigate } from "react-router";
import { tell } from "../api/client";
import { ProblemError } from "../api/problem";
import { useObject } from "../api/queries";
import { ProblemAlert } from "../ui/ProblemAlert";

const CodePage = lazy(() => import("./CodePage"));

const CODE = "code";
const TOKEN = /^#token=(.+)$/;

/** What opens a session: the code of a link that was printed, or a token that the Service Home signed for who is signed in there. */
export type SessionKey = { code: string } | { token: string };

/** Opens a session with something that is good once. */
export async function openSession(key: SessionKey): Promise<true> {
  await tell("POST", "/session", key);
  return true;
}

/** A token is behind the `#`, so that no server reads it in an address. */
function keyOf({ search, hash }: Location): SessionKey | undefined {
  const token = TOKEN.exec(hash)?.[1];
  const code = new URLSearchParams(search).get(CODE);
  return token ? { token } : code ? { code } : undefined;
}

function withoutKey({ search }: Location): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(CODE);
  return parameters.toString();
}

interface Props {
  title: string;
  /** What only who is let in can read. */
  probe: string;
  /** Where a code is found. */
  hint: ReactNode;
  children: ReactNode;
}

/** Lets in who came by a link that was made for them: what is in it opens a session, and leaves the address. */
export function CodeGate({ title, probe, hint, children }: Props) {
  const location = useLocation();
  const navigate = useNavigate();
  const [refused, setRefused] = useState<unknown>();
  const key = keyOf(location);
  const opening = useQuery({
    queryKey: ["/session", key],
    queryFn: () => (key ? openSession(key) : false),
    enabled: key !== undefined,
    // It is good for one use.
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const isSettled = key !== undefined && !opening.isPending;
  useEffect(() => {
    if (isSettled) {
      setRefused(opening.error ?? undefined);
      void navigate({ search: withoutKey(location), hash: "" }, { replace: true });
    }
  }, [isSettled, opening.error, location, navigate]);
  const inside = useObject(probe, {}, key === undefined);
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
