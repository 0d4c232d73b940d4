import { Button } from "@patternfly/react-core";
import { useMutation } from "@tanstack/react-query";
import { tell } from "../api/client";
import type { ConsoleLink } from "../api/types";
import { ProblemAlert } from "../ui/ProblemAlert";

interface Props {
  title: string;
  /** Where a link into the console is made. */
  path: string;
}

/** Opens an object's own console, which is at another address, for who is signed in here. */
export function ConsoleButton({ title, path }: Props) {
  const linking = useMutation<ConsoleLink, Error>({
    mutationFn: async () => (await tell("POST", path)).json(),
    retry: false,
  });
  const open = () => {
    // Now: of a window that comes later than the click a browser thinks that nobody asked for it.
    const tab = window.open("about:blank", "_blank");
    linking.mutate(undefined, {
      onSuccess: ({ address }) => (tab ?? window).location.replace(address),
      onError: () => tab?.close(),
    });
  };
  return (
    <>
      <Button variant="secondary" isLoading={linking.isPending} isDisabled={linking.isPending} onClick={open}>
        {title}
      </Button>
      {linking.error && <ProblemAlert error={linking.error} />}
    </>
  );
}
