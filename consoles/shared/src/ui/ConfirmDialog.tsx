import {
  Button,
  Checkbox,
  Content,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalVariant,
  Spinner,
} from "@patternfly/react-core";
import { useEffect, useId, useState } from "react";
import { type Giving, giving, useGive } from "../api/queries";
import type { Receipt } from "../api/types";
import { EventList } from "./EventList";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  title: string;
  command: Giving;
  isDangerous?: boolean;
  onClose(): void;
  onDone(receipt: Receipt): void;
}

/** Asks before a command is given, and shows what it would do: the service itself decides it, without doing it. */
export default function ConfirmDialog({ title, command, isDangerous = false, onClose, onDone }: Props) {
  const id = useId();
  const [understood, setUnderstood] = useState(false);
  const [kept] = useState(() => giving(command));
  const preview = useGive();
  const give = useGive();
  const { mutate } = preview;
  useEffect(() => {
    mutate({ ...kept, key: undefined, dryRun: true });
  }, [mutate, kept]);
  const isReady = preview.isSuccess && (understood || !isDangerous);
  return (
    <Modal isOpen variant={ModalVariant.medium} onClose={onClose} aria-labelledby={id}>
      <ModalHeader title={title} labelId={id} titleIconVariant={isDangerous ? "warning" : undefined} />
      <ModalBody>
        {preview.isPending && <Spinner aria-label="Finding out what would happen" />}
        {preview.error && <ProblemAlert error={preview.error} />}
        {give.error && <ProblemAlert error={give.error} />}
        {preview.data && (
          <>
            <Content component="p">This would happen:</Content>
            <EventList events={preview.data.events} />
          </>
        )}
        {isDangerous && preview.isSuccess && (
          <Checkbox
            id={`${id}-understood`}
            label="I have seen what would happen"
            isChecked={understood}
            onChange={(_, checked) => setUnderstood(checked)}
          />
        )}
      </ModalBody>
      <ModalFooter>
        <Button
          variant={isDangerous ? "danger" : "primary"}
          isDisabled={!isReady || give.isPending}
          isLoading={give.isPending}
          onClick={() => give.mutate(kept, { onSuccess: onDone })}
        >
          {title}
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
