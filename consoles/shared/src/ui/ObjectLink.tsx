import type { ReactNode } from "react";
import { Link } from "react-router";
import { useAt, withAt } from "../app/at";

/** A link within the console, to the same moment. */
export function ObjectLink({ to, children }: { to: string; children: ReactNode }) {
  const [at] = useAt();
  return <Link to={withAt(to, at)}>{children}</Link>;
}
