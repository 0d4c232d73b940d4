import {
  Checkbox,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Radio,
  TextArea,
} from "@patternfly/react-core";
import { AskDialog } from "@studio/shared/ui/AskDialog.tsx";
import { useState } from "react";
import { type Change, type Decisions, useTell } from "../api.ts";

interface Props {
  changes: readonly Change[];
  onClose(told?: string): void;
}

/** Declines with a reason: what is here now stays, or goes too. */
export default function DeclineDialog({ changes, onClose }: Props) {
  const [reason, setReason] = useState("");
  const [removes, setRemoves] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const tell = useTell();
  const names = changes.map(({ endpoint }) => endpoint.name).join(", ");
  const isHere = changes.some(({ now, state }) => now !== undefined || state === "accepted");
  const decision: Decisions = {
    verdict: removes ? "decline-and-remove" : "decline",
    changes: changes.map(({ endpoint, digest }) => ({ endpoint: endpoint.uid, digest })),
    reason: reason.trim(),
  };
  return (
    <AskDialog
      title={`Decline ${names}`}
      submit={removes ? "Decline and remove" : "Decline"}
      isDangerous={removes}
      isReady={reason.trim() !== "" && (!removes || understood)}
      isPending={tell.isPending}
      error={tell.error}
      onSubmit={() =>
        tell.mutate(
          { method: "POST", path: "/decisions", body: decision },
          { onSuccess: () => onClose(removes ? `${names} declined and removed` : `${names} declined`) },
        )
      }
      onClose={() => onClose()}
    >
      <FormGroup label="Reason" isRequired fieldId="reason">
        <TextArea
          id="reason"
          isRequired
          aria-describedby="reason-help"
          resizeOrientation="vertical"
          value={reason}
          onChange={(_, value) => setReason(value)}
        />
        <FormHelperText id="reason-help">
          <HelperText>
            <HelperTextItem>The network's owners see it.</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      {isHere && (
        <FormGroup role="radiogroup" label="What is here now" fieldId="here">
          <Radio
            id="here-stays"
            name="here"
            label="It stays as it is"
            isChecked={!removes}
            onChange={() => setRemoves(false)}
          />
          <Radio
            id="here-goes"
            name="here"
            label="It is ended and removed"
            isChecked={removes}
            onChange={() => setRemoves(true)}
          />
        </FormGroup>
      )}
      {removes && (
        <Checkbox
          id="understood"
          label={`I understand that ${names} ends here at once`}
          isChecked={understood}
          onChange={(_, checked) => setUnderstood(checked)}
        />
      )}
    </AskDialog>
  );
}
