import { useCallback } from "react";
import { useSearchParams } from "react-router";

const AT = "at";

/** The moment whose state is shown: a revision or a time; absent is the present. The address carries it. */
export function useAt(): [at: string | undefined, setAt: (at: string | undefined) => void] {
  const [parameters, setParameters] = useSearchParams();
  const setAt = useCallback(
    (at: string | undefined) =>
      setParameters((previous) => {
        const next = new URLSearchParams(previous);
        if (at) {
          next.set(AT, at);
        } else {
          next.delete(AT);
        }
        return next;
      }),
    [setParameters],
  );
  return [parameters.get(AT) ?? undefined, setAt];
}

/** A way to somewhere else at the same moment. */
export function withAt(to: string, at: string | undefined): string {
  if (at === undefined) {
    return to;
  }
  return `${to}${to.includes("?") ? "&" : "?"}${AT}=${encodeURIComponent(at)}`;
}
