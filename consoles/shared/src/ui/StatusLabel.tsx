import { Label, type LabelProps } from "@patternfly/react-core";

type Look = NonNullable<LabelProps["status"]> | "neutral";

/** How each state of the service looks; one that is not here looks neutral, so that a newer service's states are shown too. */
const LOOKS: Readonly<Record<string, Look>> = {
  accepted: "success",
  active: "success",
  connected: "success",
  deployed: "success",
  issued: "success",
  joined: "success",
  live: "success",
  observed: "success",
  passed: "success",
  published: "success",
  ready: "success",
  running: "success",
  up: "success",
  applied: "info",
  applying: "info",
  configured: "info",
  joining: "info",
  partial: "info",
  pending: "info",
  proposed: "info",
  "ready-automatic": "info",
  "ready-bootstrap": "info",
  requested: "info",
  scheduled: "info",
  declined: "warning",
  deleting: "warning",
  draining: "warning",
  exhausted: "warning",
  expiring: "warning",
  lost: "warning",
  suspended: "warning",
  down: "danger",
  evicted: "danger",
  expired: "danger",
  failed: "danger",
  refused: "danger",
  rejected: "danger",
  revoked: "danger",
  unreachable: "danger",
};

const WORD_BREAK = /[-_]/g;

/** A state as a word with its look. */
export function StatusLabel({ state }: { state: string | undefined }) {
  if (!state) {
    return "–";
  }
  const look = LOOKS[state] ?? "neutral";
  const text = state.replace(WORD_BREAK, " ");
  return look === "neutral" ? (
    <Label isCompact variant="outline">
      {text}
    </Label>
  ) : (
    <Label isCompact status={look}>
      {text}
    </Label>
  );
}

/** Whether somebody should look at what is in that state. */
export function needsAttention(state: string): boolean {
  const look = LOOKS[state];
  return look === "warning" || look === "danger";
}
