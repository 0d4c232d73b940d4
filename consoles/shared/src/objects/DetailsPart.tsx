import { DescriptionList } from "@patternfly/react-core";
import { JsonFields } from "../ui/JsonFields";
import { useShown } from "./shown";

/** All that the service tells of an object. */
export default function DetailsPart() {
  const { value } = useShown();
  return (
    <DescriptionList columnModifier={{ default: "1Col", lg: "2Col" }} isHorizontal aria-label="Details">
      <JsonFields value={value} omit={["name", "state"]} />
    </DescriptionList>
  );
}
