import { DescriptionList, ExpandableSection, Label, List, ListItem, Spinner } from "@patternfly/react-core";
import { useObject } from "../../api/queries";
import type { Plan, PlanItem } from "../../api/types";
import { useAt } from "../../app/at";
import { JsonFields } from "../../ui/JsonFields";
import { Nothing } from "../../ui/Nothing";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { StatusLabel } from "../../ui/StatusLabel";
import { useShown } from "../shown";

/** All that a site is to have, and where that comes from. */
export default function PlanPart() {
  const { path } = useShown();
  const [at] = useAt();
  const plan = useObject<Plan>(`${path}/plan`, { at });
  if (plan.error) {
    return <ProblemAlert error={plan.error} retry={() => void plan.refetch()} />;
  }
  if (!plan.data) {
    return <Spinner aria-label="Loading" />;
  }
  if (plan.data.items.length === 0) {
    return <Nothing title="Nothing is planned">What is allocated to the site or its classes appears here.</Nothing>;
  }
  return (
    <List isPlain isBordered aria-label="Plan">
      {plan.data.items.map((item) => (
        <PlannedItem key={item.key} item={item} />
      ))}
    </List>
  );
}

function PlannedItem({ item }: { item: PlanItem }) {
  return (
    <ListItem>
      <Label isCompact variant="outline">
        {item.kind}
      </Label>{" "}
      {item.standing && <StatusLabel state={item.standing} />}
      <ExpandableSection toggleText={item.key}>
        <DescriptionList isCompact isHorizontal>
          <JsonFields value={item.spec} />
          <JsonFields
            value={{ digest: item.digest, cause: `${item.cause.entity} at revision ${item.cause.revision}` }}
          />
        </DescriptionList>
      </ExpandableSection>
    </ListItem>
  );
}
