import { Layout } from "@studio/shared/app/Layout.tsx";
import { LiveLabel } from "@studio/shared/app/live.tsx";
import { ToolMenu } from "@studio/shared/app/menus.tsx";
import { useSiteLive, useStatus } from "./api.ts";
import { Standing } from "./Standing.tsx";

const PLACES = [
  { to: "/", title: "Changes" },
  { to: "/components", title: "What runs" },
  { to: "/connection", title: "Network connection" },
  { to: "/policy", title: "Policy and pause" },
  { to: "/leave", title: "Leave" },
];

/** What is around every page of a site's console. */
export function SiteLayout() {
  const live = useSiteLive();
  const status = useStatus();
  return (
    <Layout
      title="Studio site"
      places={PLACES}
      tools={
        <>
          <LiveLabel state={live} />
          <ToolMenu title={status.data?.site.name ?? "Site"} />
        </>
      }
      banner={<Standing />}
    />
  );
}
