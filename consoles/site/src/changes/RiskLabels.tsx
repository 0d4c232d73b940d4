import { Label, LabelGroup } from "@patternfly/react-core";
import type { Risk } from "../api.ts";

const TITLES: Readonly<Record<Risk, string>> = {
  "new-image": "New image",
  "new-port": "New port",
  "outside-access": "Reaches outside",
  "more-resources": "More resources",
};

/** What makes a change worth a second look. */
export function RiskLabels({ risks }: { risks: readonly Risk[] }) {
  if (risks.length === 0) {
    return null;
  }
  return (
    <LabelGroup aria-label="Risks" numLabels={risks.length}>
      {risks.map((risk) => (
        <Label key={risk} isCompact status="warning">
          {TITLES[risk] ?? risk}
        </Label>
      ))}
    </LabelGroup>
  );
}
