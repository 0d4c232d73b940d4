import type { RouteObject } from "react-router";
import type { Place } from "./Layout";
import { mount } from "./mount";
import { Shell } from "./Shell";
import { SessionGate } from "./session";
import type { OtherConsole } from "./UserMenu";

interface Console {
  title: string;
  /** Where it is below the origin. */
  base: string;
  places: readonly Place[];
  /** The first pages. */
  routes: RouteObject[];
  /** All others, which come when somebody goes to one of them. */
  others(): Promise<RouteObject[]>;
  other?: OtherConsole;
}

/** Starts a console of the public origin, for who is signed in there. */
export function start({ title, places, other, ...pages }: Console): void {
  mount({
    ...pages,
    layout: (
      <SessionGate title={title}>
        <Shell title={title} places={places} other={other} />
      </SessionGate>
    ),
  });
}
