import { ClipboardCopyButton } from "@patternfly/react-core";
import { useId, useState } from "react";

/** Puts a text on the clipboard. */
export function CopyButton({ text }: { text: string }) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  return (
    <ClipboardCopyButton
      id={id}
      aria-label="Copy"
      variant="plain"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      onTooltipHidden={() => setCopied(false)}
    >
      {copied ? "Copied" : "Copy"}
    </ClipboardCopyButton>
  );
}
