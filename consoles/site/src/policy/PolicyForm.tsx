import {
  ActionGroup,
  Alert,
  Button,
  Content,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Radio,
  TextInput,
} from "@patternfly/react-core";
import { errorsAt, problemOf } from "@studio/shared/api/problem.ts";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { type FormEvent, useState } from "react";
import { type Policy, useTell } from "../api.ts";

/** A time as the browser's field for times has it, in the viewer's zone. */
function inField(time: string | undefined): string {
  if (!time) {
    return "";
  }
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Lets the participant say once for all what happens to changes, for a time or until they say otherwise. */
export function PolicyForm({ policy, network }: { policy: Policy; network: string }) {
  const [accept, setAccept] = useState(policy.accept);
  const [until, setUntil] = useState(inField(policy.until));
  const tell = useTell();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body: Policy = { accept, ...(accept === "all" && until && { until: new Date(until).toISOString() }) };
    tell.mutate({ method: "PUT", path: "/policy", body });
  };
  const errors = tell.error ? errorsAt(problemOf(tell.error).errors ?? [], "/until") : [];
  return (
    <section aria-labelledby="policy">
      <Content component="h2" id="policy">
        Standing policy
      </Content>
      <Form onSubmit={submit} className="studio-fields">
        {tell.error && <ProblemAlert error={tell.error} />}
        {tell.isSuccess && <Alert component="h3" isInline isLiveRegion variant="success" title="The policy is set" />}
        <FormGroup role="radiogroup" label={`What ${network} wants to change here`} fieldId="accept">
          <Radio
            id="accept-ask"
            name="accept"
            label="Ask me about each change"
            isChecked={accept === "ask"}
            onChange={() => setAccept("ask")}
          />
          <Radio
            id="accept-all"
            name="accept"
            label="Accept all changes"
            description="Whatever its owners want to run here runs, without your looking at it."
            isChecked={accept === "all"}
            onChange={() => setAccept("all")}
          />
        </FormGroup>
        {accept === "all" && (
          <FormGroup label="Until" fieldId="until">
            <TextInput
              id="until"
              type="datetime-local"
              aria-describedby="until-help"
              validated={errors.length > 0 ? "error" : "default"}
              value={until}
              onChange={(_, value) => setUntil(value)}
            />
            <FormHelperText id="until-help">
              <HelperText>
                {errors.length > 0 ? (
                  errors.map(({ detail }) => (
                    <HelperTextItem key={detail} variant="error">
                      {detail}
                    </HelperTextItem>
                  ))
                ) : (
                  <HelperTextItem>Then you are asked again. Empty: until you say otherwise.</HelperTextItem>
                )}
              </HelperText>
            </FormHelperText>
          </FormGroup>
        )}
        <ActionGroup>
          <Button type="submit" isDisabled={tell.isPending} isLoading={tell.isPending}>
            Set policy
          </Button>
        </ActionGroup>
      </Form>
    </section>
  );
}
