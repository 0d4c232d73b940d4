import { Button, Content } from "@patternfly/react-core";
import { AskDialog } from "@studio/shared/ui/AskDialog.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { useState } from "react";
import { useTell } from "../api.ts";

/** Makes the application stand still here, and lets it go on. */
export function PausePart({ paused }: { paused: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const tell = useTell();
  const set = (next: boolean) =>
    tell.mutate({ method: "PUT", path: "/paused", body: { paused: next } }, { onSuccess: () => setAsking(false) });
  return (
    <section aria-labelledby="pause">
      <Content component="h2" id="pause">
        Pause
      </Content>
      <Content component="p">
        {paused
          ? "The application stands still here. Once resumed, what you accepted runs again."
          : "While paused, nothing of the application runs here; the connection to the network stays."}
      </Content>
      {tell.error && !isAsking && <ProblemAlert error={tell.error} />}
      {paused ? (
        <Button isLoading={tell.isPending} isDisabled={tell.isPending} onClick={() => set(false)}>
          Resume
        </Button>
      ) : (
        <Button variant="secondary" onClick={() => setAsking(true)}>
          Pause
        </Button>
      )}
      {isAsking && (
        <AskDialog
          title="Pause the application here"
          explanation="All of its processes here end, and start again when you resume."
          submit="Pause"
          isPending={tell.isPending}
          error={tell.error}
          onSubmit={() => set(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
