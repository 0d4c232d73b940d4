import { Divider, Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { Suspense, useState } from "react";
import { useNavigate } from "react-router";
import type { Giving } from "../api/queries";
import type { Receipt } from "../api/types";
import { useAt } from "../app/at";
import { secretOf } from "../forms/form";
import { CommandForm, ConfirmDialog, SecretShown } from "../ui/dialogs";
import type { Action } from "./kind";

interface Props<V> {
  actions: readonly Action<V>[];
  value: V & { revision?: number };
  path: string;
  /** Where to go when the object is gone. */
  parent: string;
}

/** What can be done to an object now. Nothing can be done to the past. */
export function ActionMenu<V>({ actions, value, path, parent }: Props<V>) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Action<V>>();
  const [shown, setShown] = useState<Receipt>();
  const [at] = useAt();
  const navigate = useNavigate();
  const offered = actions.filter((action) => action.isOffered?.(value) ?? true);
  if (offered.length === 0 || at !== undefined) {
    return null;
  }
  const close = () => setChosen(undefined);
  const finish = (action: Action<V>, receipt: Receipt) => {
    close();
    if (secretOf(receipt)) {
      setShown(receipt);
    } else if (action.isEnd) {
      void navigate(parent);
    }
  };
  const pick = (action: Action<V>) => {
    setOpen(false);
    setChosen(action);
  };
  const items = (list: readonly Action<V>[]) =>
    list.map((action) => (
      <DropdownItem key={action.title} isDanger={action.isDangerous ?? false} onClick={() => pick(action)}>
        {action.title}
      </DropdownItem>
    ));
  const harmless = offered.filter((action) => !action.isDangerous);
  const dangerous = offered.filter((action) => action.isDangerous);
  return (
    <>
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        popperProps={{ position: "right" }}
        toggle={(ref) => (
          <MenuToggle ref={ref} isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
            Actions
          </MenuToggle>
        )}
      >
        <DropdownList>
          {items(harmless)}
          {harmless.length > 0 && dangerous.length > 0 && <Divider component="li" />}
          {items(dangerous)}
        </DropdownList>
      </Dropdown>
      <Suspense>
        {chosen?.form && <CommandForm form={chosen.form(value)} onClose={close} />}
        {chosen && !chosen.form && (
          <ConfirmDialog
            title={chosen.title}
            command={commandOf(chosen, path, value.revision)}
            isDangerous={chosen.isDangerous ?? false}
            onClose={close}
            onDone={(receipt) => finish(chosen, receipt)}
          />
        )}
        {shown && <SecretShown receipt={shown} onClose={() => setShown(undefined)} />}
      </Suspense>
    </>
  );
}

function commandOf<V>(action: Action<V>, path: string, revision: number | undefined): Giving {
  return {
    method: action.method,
    path: `${path}${action.suffix ?? ""}`,
    query: action.query ?? {},
    body: action.body,
    revision: action.isGuarded ? revision : undefined,
  };
}
