import {
  Alert,
  Button,
  ClipboardCopy,
  CodeBlock,
  CodeBlockCode,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalVariant,
} from "@patternfly/react-core";
import type { Receipt } from "../api/types";
import { CopyButton } from "../ui/CopyButton";
import { secretOf } from "./form";

/** What an answer shows once and the service never again. */
export default function SecretShown({ receipt, onClose }: { receipt: Receipt; onClose(): void }) {
  const secret = secretOf(receipt);
  return (
    <Modal isOpen variant={ModalVariant.medium} onClose={onClose} aria-labelledby="secret-title">
      <ModalHeader title="Shown this once" labelId="secret-title" />
      <ModalBody>
        <Alert
          component="h2"
          isInline
          variant="warning"
          title="Copy it now: Studio keeps no copy and cannot show it again."
        />
        {secret?.token && (
          <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel="The secret">
            {secret.token}
          </ClipboardCopy>
        )}
        {secret?.join && (
          <CodeBlock actions={<CopyButton text={secret.join.text} />}>
            <CodeBlockCode>{secret.join.text}</CodeBlockCode>
          </CodeBlock>
        )}
      </ModalBody>
      <ModalFooter>
        <Button onClick={onClose}>I have copied it</Button>
      </ModalFooter>
    </Modal>
  );
}
