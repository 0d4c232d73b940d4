import { CodeGate } from "@studio/shared/app/CodeGate.tsx";
import { mount } from "@studio/shared/app/mount.tsx";
import { ChangesPage } from "./changes/ChangesPage.tsx";
import { SiteLayout } from "./SiteLayout.tsx";

mount({
  base: "/",
  layout: (
    <CodeGate
      title="Studio site"
      probe="/status"
      hint="Open the link that the agent of this site printed or has in its file console.url, or enter the code from it. Each link opens this console once; then there is another one in the file."
    >
      <SiteLayout />
    </CodeGate>
  ),
  routes: [{ index: true, element: <ChangesPage /> }],
  others: async () => (await import("./others.tsx")).others,
});
