import { ActionGroup, Button, Form, FormGroup, TextInput } from "@patternfly/react-core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { ProblemAlert } from "../ui/ProblemAlert";
import { openSession } from "./CodeGate";
import { EntryCard } from "./EntryCard";

interface Props {
  title: string;
  hint: ReactNode;
  /** Why the code of the link was of no use, if there was one. */
  refused: unknown;
  onOpened(): void;
}

/** Says where to find a code, and takes one. */
export default function CodePage({ title, hint, refused, onOpened }: Props) {
  const [code, setCode] = useState("");
  const attempt = useMutation({
    mutationFn: () => openSession({ code: code.trim() }),
    onSuccess: onOpened,
    retry: false,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  const error = attempt.error ?? refused;
  return (
    <EntryCard title={title}>
      <Form onSubmit={submit}>
        {error !== undefined && error !== null && <ProblemAlert error={error} />}
        <p>{hint}</p>
        <FormGroup label="Code" isRequired fieldId="code">
          <TextInput
            id="code"
            name="code"
            autoComplete="off"
            isRequired
            value={code}
            onChange={(_, value) => setCode(value)}
          />
        </FormGroup>
        <ActionGroup>
          <Button type="submit" isLoading={attempt.isPending} isDisabled={attempt.isPending}>
            Open
          </Button>
        </ActionGroup>
      </Form>
    </EntryCard>
  );
}
