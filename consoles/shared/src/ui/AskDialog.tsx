import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader, ModalVariant } from "@patternfly/react-core";
import { type FormEvent, type ReactNode, useId } from "react";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  title: string;
  explanation?: string;
  submit: string;
  isDangerous?: boolean;
  isReady?: boolean;
  isPending: boolean;
  error: unknown;
  onSubmit(): void;
  onClose(): void;
  children?: ReactNode;
}

/** Asks before something is done. */
export function AskDialog({
  title,
  explanation,
  submit,
  isDangerous = false,
  isReady = true,
  isPending,
  error,
  onSubmit,
  onClose,
  children,
}: Props) {
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !isPending) {
      onSubmit();
    }
  };
  return (
    <Modal isOpen variant={ModalVariant.medium} onClose={onClose} aria-labelledby={`${id}-title`}>
      <ModalHeader
        title={title}
        labelId={`${id}-title`}
        description={explanation}
        titleIconVariant={isDangerous ? "warning" : undefined}
      />
      <ModalBody>
        <Form id={id} onSubmit={send}>
          {error !== null && error !== undefined && <ProblemAlert error={error} />}
          {children}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form={id}
          variant={isDangerous ? "danger" : "primary"}
          isDisabled={!isReady || isPending}
          isLoading={isPending}
        >
          {submit}
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
