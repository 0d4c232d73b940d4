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
import { useObject } from "../api/queries";
import type { JoinInstructions, Receipt } from "../api/types";
import { CopyButton } from "../ui/CopyButton";
import { StatusLabel } from "../ui/StatusLabel";
import { type Following, secretOf } from "./form";

interface Props {
  receipt: Receipt;
  follow?: Following | undefined;
  onClose(): void;
}

/** What an answer shows once and the service never again. */
export default function SecretShown({ receipt, follow, onClose }: Props) {
  const secret = secretOf(receipt);
  return (
    <Modal isOpen variant={ModalVariant.medium} onClose={onClose} aria-labelledby="secret-title">
      <ModalHeader title="Shown this once" labelId="secret-title" />
      <ModalBody className="studio-secret">
        <Alert
          component="h2"
          isInline
          variant="warning"
          title="Copy it now: Studio keeps no copy and cannot show it again."
        />
        {secret?.token && !secret.join && (
          <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel="The secret">
            {secret.token}
          </ClipboardCopy>
        )}
        {secret?.join && <Instructions {...secret.join} />}
        {follow && <Progress {...follow} />}
      </ModalBody>
      <ModalFooter>
        <Button onClick={onClose}>I have copied it</Button>
      </ModalFooter>
    </Modal>
  );
}

/** On Kubernetes something to apply, elsewhere a command to run; who runs it chooses where. */
function Instructions({ platform, command, text }: JoinInstructions) {
  const shown = platform === "kubernetes" ? text : command;
  return (
    <CodeBlock actions={<CopyButton text={shown} />}>
      <CodeBlockCode>{shown}</CodeBlockCode>
    </CodeBlock>
  );
}

/** How far whoever got it has come. */
function Progress({ path, waiting }: Following) {
  const { data } = useObject<{ state: string }>(path);
  return (
    <p aria-live="polite">
      {waiting} {data && <StatusLabel state={data.state} />}
    </p>
  );
}
