import {
  Button,
  Content,
  Form as FormElement,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalVariant,
} from "@patternfly/react-core";
import { type FormEvent, useId, useState } from "react";
import { useNavigate } from "react-router";
import { errorsAt, problemOf } from "../api/problem";
import { type Giving, giving, useGive } from "../api/queries";
import type { Receipt } from "../api/types";
import { EventList } from "../ui/EventList";
import { ProblemAlert } from "../ui/ProblemAlert";
import { FieldInput } from "./FieldInput";
import { type Form, secretOf, type Values } from "./form";
import SecretShown from "./SecretShown";

function contentOf({ path, body, query }: Giving): string {
  return JSON.stringify([path, body, query]);
}

interface Props {
  form: Form;
  onClose(): void;
}

/** A form in a dialog that gives a command, and can show before what that would do. */
export default function CommandForm({ form, onClose }: Props) {
  const id = useId();
  const navigate = useNavigate();
  const [values, setValues] = useState<Values>(form.initial ?? {});
  const [command, setCommand] = useState<Giving>();
  const [done, setDone] = useState<Receipt>();
  const preview = useGive();
  const give = useGive();

  const present = (): Giving => ({
    method: form.method,
    path: form.pathOf?.(values) ?? form.path,
    query: form.queryOf?.(values) ?? form.query ?? {},
    revision: form.revision,
    body: form.body(values),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.isDangerous && !preview.data) {
      preview.mutate({ ...present(), dryRun: true });
      return;
    }
    // The same content again is the same command, whatever became of the try before.
    const next = giving(present());
    const same = command && contentOf(command) === contentOf(next) ? command : next;
    setCommand(same);
    give.mutate(same, {
      onSuccess: (receipt) => {
        if (secretOf(receipt)) {
          setDone(receipt);
          return;
        }
        onClose();
        if (form.next) {
          void navigate(form.next(values));
        }
      },
      onError: (error) => problemOf(error).status >= 400 && setCommand(undefined),
    });
  };
  const change = (name: string, value: string | boolean | readonly string[]) => {
    setValues((previous) => ({ ...previous, [name]: value }));
    preview.reset();
  };
  if (done) {
    return <SecretShown receipt={done} follow={form.follow} onClose={onClose} />;
  }
  const error = give.error ?? preview.error;
  const errors = error ? (problemOf(error).errors ?? []) : [];
  return (
    <Modal isOpen variant={ModalVariant.medium} onClose={onClose} aria-labelledby={`${id}-title`}>
      <ModalHeader
        title={form.title}
        labelId={`${id}-title`}
        description={form.explanation}
        titleIconVariant={form.isDangerous ? "warning" : undefined}
      />
      <ModalBody>
        <FormElement id={id} onSubmit={submit}>
          {error && <ProblemAlert error={error} />}
          {form.fields.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              values={values}
              errors={errorsAt(errors, field.pointer ?? `/${field.name}`)}
              onChange={change}
            />
          ))}
        </FormElement>
        {preview.data && (
          <section aria-label="Preview" aria-live="polite">
            <Content component="h2">This would happen</Content>
            <EventList events={preview.data.events} />
          </section>
        )}
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form={id}
          variant={form.isDangerous ? "danger" : "primary"}
          isLoading={give.isPending}
          isDisabled={give.isPending || (form.isDangerous && !preview.data)}
        >
          {form.submit}
        </Button>
        <Button
          variant="secondary"
          isLoading={preview.isPending}
          isDisabled={preview.isPending}
          onClick={() => preview.mutate({ ...present(), dryRun: true })}
        >
          Preview
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
