import {
  Button,
  Form,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalVariant,
  TextInput,
} from "@patternfly/react-core";
import { type FormEvent, useId, useState } from "react";
import { useAt } from "./at";

/** Chooses the moment that is shown. */
export default function MomentDialog({ onClose }: { onClose(): void }) {
  const id = useId();
  const [, setAt] = useAt();
  const [draft, setDraft] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAt(draft ? new Date(draft).toISOString() : undefined);
    onClose();
  };
  return (
    <Modal isOpen variant={ModalVariant.small} onClose={onClose} aria-labelledby={`${id}-title`}>
      <ModalHeader title="As of" labelId={`${id}-title`} description="Shows everything as it stood at that time." />
      <ModalBody>
        <Form id={id} onSubmit={submit}>
          <FormGroup label="Time" fieldId={`${id}-at`}>
            <TextInput
              id={`${id}-at`}
              type="datetime-local"
              step={1}
              value={draft}
              onChange={(_, value) => setDraft(value)}
            />
          </FormGroup>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={id}>
          Show
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
