import { Layout, type Place } from "./Layout";
import { LiveLabel, useLive } from "./live";
import { MomentBanner, MomentControl } from "./MomentControl";
import { UserMenu } from "./menus";
import type { OtherConsole } from "./UserMenu";

interface Props {
  title: string;
  places: readonly Place[];
  /** The other console that who is signed in may use. */
  other?: OtherConsole | undefined;
}

/** What is around every page of a console at the public origin: also the moment, and who is signed in. */
export function Shell({ title, places, other }: Props) {
  const live = useLive();
  return (
    <Layout
      title={title}
      places={places}
      tools={
        <>
          <LiveLabel state={live} />
          <MomentControl />
          <UserMenu other={other} />
        </>
      }
      banner={<MomentBanner />}
    />
  );
}
