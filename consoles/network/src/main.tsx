import { CodeGate } from "@studio/shared/app/CodeGate.tsx";
import { mount } from "@studio/shared/app/mount.tsx";
import { NetworkLayout } from "./NetworkLayout.tsx";
import { NetworksPage } from "./NetworksPage.tsx";

mount({
  base: "/",
  layout: (
    <CodeGate
      title="Studio network"
      probe="/networks"
      hint="Open the network's console from its page in the user console. On the home's own machine: open the link that it keeps in its file sign-in-link, or enter the code from it. Each link opens this console once."
    >
      <NetworkLayout />
    </CodeGate>
  ),
  routes: [{ index: true, element: <NetworksPage /> }],
  others: async () => (await import("./others.tsx")).others,
});
