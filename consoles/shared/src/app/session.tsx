import { Bullseye, Spinner } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext } from "react";
import { signOut } from "../api/client";
import { ProblemError } from "../api/problem";
import { useObject } from "../api/queries";
import type { Me } from "../api/types";
import { ProblemAlert } from "../ui/ProblemAlert";

const SignInPage = lazy(() => import("./SignInPage"));

const SessionContext = createContext<Me | undefined>(undefined);

/** Who is signed in. */
export function useMe(): Me {
  const me = useContext(SessionContext);
  if (!me) {
    throw new Error("nobody is signed in here");
  }
  return me;
}

/** Whether who is signed in has that role. */
export function useRole(role: string): boolean {
  return useMe().roles.includes(role);
}

/** Closes the session and forgets all that it could read. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await signOut();
    client.clear();
    await client.refetchQueries({ queryKey: ["/me"] });
    window.location.assign(window.location.pathname);
  }, [client]);
}

/** Shows what is inside to who is signed in, and the way to sign in to everybody else; the address stays. */
export function SessionGate({ title, children }: { title: string; children: ReactNode }) {
  const me = useObject<Me>("/me");
  if (me.error instanceof ProblemError && me.error.problem.status === 401) {
    return (
      <Suspense>
        <SignInPage title={title} onSignedIn={() => void me.refetch()} />
      </Suspense>
    );
  }
  if (me.data) {
    return <SessionContext value={me.data}>{children}</SessionContext>;
  }
  return <Bullseye>{me.error ? <ProblemAlert error={me.error} /> : <Spinner aria-label="Loading" />}</Bullseye>;
}
