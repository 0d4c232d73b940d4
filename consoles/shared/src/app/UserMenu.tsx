import { Divider, Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { useMe, useSignOut } from "./session";
import { setTheme, type Theme, useTheme } from "./theme";

const THEMES: readonly { theme: Theme; title: string }[] = [
  { theme: "system", title: "As the system" },
  { theme: "light", title: "Light" },
  { theme: "dark", title: "Dark" },
];

/** The other console, and the role that it is for. */
export interface OtherConsole {
  href: string;
  title: string;
  role?: string;
}

/** Lets somebody choose how it looks. */
function Appearance() {
  const theme = useTheme();
  return (
    <DropdownGroup label="Appearance">
      <DropdownList>
        {THEMES.map((choice) => (
          <DropdownItem key={choice.theme} isSelected={theme === choice.theme} onClick={() => setTheme(choice.theme)}>
            {choice.title}
          </DropdownItem>
        ))}
      </DropdownList>
    </DropdownGroup>
  );
}

/** A menu at the end of the masthead: how it looks, then what else there is. */
export function ToolMenu({ title, children }: { title: string; children?: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: "right" }}
      toggle={(ref) => (
        <MenuToggle ref={ref} variant="plainText" isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {title}
        </MenuToggle>
      )}
    >
      <Appearance />
      {children && <Divider />}
      {children && <DropdownList>{children}</DropdownList>}
    </Dropdown>
  );
}

/** Who is signed in, how it looks, and the way out. */
export function UserMenu({ other }: { other?: OtherConsole | undefined }) {
  const me = useMe();
  const signOut = useSignOut();
  return (
    <ToolMenu title={me.username}>
      {other && (!other.role || me.roles.includes(other.role)) && (
        <DropdownItem to={other.href}>{other.title}</DropdownItem>
      )}
      <DropdownItem onClick={() => void signOut()}>Sign out</DropdownItem>
    </ToolMenu>
  );
}
