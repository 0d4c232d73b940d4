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
      hint="Open the link that the home keeps in its file sign-in-link, or enter the code from it. Each link opens this console once; then there is another one in the file."
    >
      <NetworkLayout />
    </CodeGate>
  ),
  routes: [{ index: true, element: <NetworksPage /> }],
  others: async () => (await import("./others.tsx")).others,
});
