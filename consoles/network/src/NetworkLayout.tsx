import { Layout } from "@studio/shared/app/Layout.tsx";
import { LiveLabel } from "@studio/shared/app/live.tsx";
import { ToolMenu } from "@studio/shared/app/menus.tsx";
import { useMatch } from "react-router";
import { useNetworkLive } from "./api.ts";

const OVERVIEW = { to: "/", title: "Networks" };

/** What is around every page of the console of networks. */
export function NetworkLayout() {
  const network = useMatch("/networks/:network/*")?.params.network;
  if (network === undefined) {
    return <Layout title="Studio network" places={[OVERVIEW]} tools={<ToolMenu title="Appearance" />} />;
  }
  return <LayoutOfNetwork key={network} network={network} />;
}

function LayoutOfNetwork({ network }: { network: string }) {
  const path = `/networks/${encodeURIComponent(network)}`;
  const live = useNetworkLive(path);
  const places = [
    OVERVIEW,
    { to: path, title: "Topology", isExact: true },
    { to: `${path}/members`, title: "Members" },
    { to: `${path}/processes`, title: "What runs" },
    { to: `${path}/services`, title: "Service links" },
    { to: `${path}/traffic`, title: "Traffic" },
    { to: `${path}/flows`, title: "Flows" },
    { to: `${path}/decisions`, title: "Decisions" },
  ];
  return (
    <Layout
      title="Studio network"
      places={places}
      tools={
        <>
          <LiveLabel state={live} />
          <ToolMenu title={network} />
        </>
      }
    />
  );
}
