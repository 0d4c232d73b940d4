import { FormFieldGroup, FormFieldGroupHeader, FormGroup, List, ListItem, TextInput } from "@patternfly/react-core";
import { AskDialog } from "@studio/shared/ui/AskDialog.tsx";
import { useState } from "react";
import { type Change, type Decisions, useTell } from "../api.ts";
import { RiskLabels } from "./RiskLabels.tsx";

type Inputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

function titleOf(changes: readonly Change[]): string {
  const [first] = changes;
  return changes.length === 1 && first ? `Accept ${first.endpoint.name}` : `Accept ${changes.length} changes`;
}

/** What is accepted, pinned to what was shown. */
function decisionOf(changes: readonly Change[], inputs: Inputs): Decisions {
  return {
    verdict: "accept",
    changes: changes.map(({ endpoint: { uid }, digest, inputsWanted }) => ({
      endpoint: uid,
      digest,
      ...(inputsWanted.length > 0 && { inputs: inputs[uid] }),
    })),
  };
}

interface Props {
  changes: readonly Change[];
  onClose(told?: string): void;
}

/** Asks once more, shows what is risky, and takes what only the participant can fill in. */
export default function AcceptDialog({ changes, onClose }: Props) {
  const [inputs, setInputs] = useState<Inputs>({});
  const tell = useTell();
  const set = (uid: string, key: string, value: string) =>
    setInputs((previous) => ({ ...previous, [uid]: { ...previous[uid], [key]: value } }));
  const isReady = changes.every(({ endpoint: { uid }, inputsWanted }) =>
    inputsWanted.every((key) => (inputs[uid]?.[key] ?? "").trim() !== ""),
  );
  const submit = () =>
    tell.mutate(
      { method: "POST", path: "/decisions", body: decisionOf(changes, inputs) },
      { onSuccess: () => onClose(changes.length === 1 ? "1 change accepted" : `${changes.length} changes accepted`) },
    );
  return (
    <AskDialog
      title={titleOf(changes)}
      explanation="What you accept is what is shown now; should it change again, you are asked again."
      submit="Accept"
      isReady={isReady}
      isPending={tell.isPending}
      error={tell.error}
      onSubmit={submit}
      onClose={() => onClose()}
    >
      <List isPlain isBordered aria-label="What is accepted">
        {changes.map(({ endpoint, risks }) => (
          <ListItem key={endpoint.uid}>
            {endpoint.name} <RiskLabels risks={risks} />
          </ListItem>
        ))}
      </List>
      {changes
        .filter(({ inputsWanted }) => inputsWanted.length > 0)
        .map(({ endpoint: { uid, name }, inputsWanted }) => (
          <FormFieldGroup
            key={uid}
            header={
              <FormFieldGroupHeader
                titleText={{ text: `Only you can fill in, for ${name}`, id: `inputs-${uid}` }}
                titleDescription="It stays at this site."
              />
            }
          >
            {inputsWanted.map((key) => (
              <FormGroup key={key} label={key} isRequired fieldId={`${uid}-${key}`}>
                <TextInput
                  id={`${uid}-${key}`}
                  isRequired
                  autoComplete="off"
                  value={inputs[uid]?.[key] ?? ""}
                  onChange={(_, value) => set(uid, key, value)}
                />
              </FormGroup>
            ))}
          </FormFieldGroup>
        ))}
    </AskDialog>
  );
}
