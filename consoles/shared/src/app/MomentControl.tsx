import { Alert, AlertActionLink, Button } from "@patternfly/react-core";
import HistoryIcon from "@patternfly/react-icons/dist/esm/icons/history-icon";
import { lazy, Suspense, useState } from "react";
import { Timestamp } from "../ui/Timestamp";
import { useAt } from "./at";

const MomentDialog = lazy(() => import("./MomentDialog"));

const REVISION = /^\d+$/;

/** Opens the choice of the moment that is shown. */
export function MomentControl() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="plain" icon={<HistoryIcon />} aria-label="As of another moment" onClick={() => setOpen(true)} />
      <Suspense>{isOpen && <MomentDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

/** Says over everything that this is the past. */
export function MomentBanner() {
  const [at, setAt] = useAt();
  if (at === undefined) {
    return null;
  }
  return (
    <Alert
      component="h2"
      isInline
      variant="info"
      title={
        <>
          As it stood {REVISION.test(at) ? `after revision ${at}` : <Timestamp time={at} />}. Nothing can be changed
          here.
        </>
      }
      actionLinks={<AlertActionLink onClick={() => setAt(undefined)}>Back to the present</AlertActionLink>}
    />
  );
}
