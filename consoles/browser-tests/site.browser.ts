import { aChange, aComponent, aStatus } from "../site/src/fixtures.ts";
import { serve } from "./served.ts";
import { expect, open, picture, test } from "./studio.ts";

const CHANGES = [
  aChange("backend", {
    now: { image: { name: "backend", version: "1.0.0" }, memory: "256Mi" },
    risks: ["new-image", "more-resources"],
    difference: [
      { field: "image.version", before: "1.0.0", after: "2.0.0" },
      { field: "memory", before: "256Mi", after: "1Gi" },
    ],
    inputsWanted: ["DB_HOST"],
  }),
  aChange("web", {
    kind: "ingress",
    risks: ["new-port", "outside-access"],
    difference: [{ field: "port", after: 8443 }],
  }),
  aChange("till", {
    state: "declined",
    verdict: { by: "customer-a", at: "2026-05-01T12:00:00Z", reason: "not on a Friday" },
  }),
];

test("a participant sees what a network wants, and what runs", async ({ page }) => {
  let isConnected = true;
  const site = await serve("site", (request, path) => {
    switch (`${request.method} ${path}`) {
      case "GET /status":
        return aStatus({ connected: isConnected, lastHeard: new Date(Date.now() - 300_000).toISOString() });
      case "GET /changes":
        return { items: CHANGES };
      case "GET /components":
        return {
          items: [
            aComponent("backend"),
            aComponent("till", { state: "failed", reason: "ended with exit code 1", listens: [], restarts: 7 }),
          ],
        };
      case "GET /components/backend/logs":
        return Array.from({ length: 60 }, (_, line) => `12:00:${line} order ${line} taken`).join("\n");
      case "GET /doctor":
        return {
          checks: [
            { name: "router", ok: true, detail: "runs, version 3.5.1" },
            {
              name: "home",
              ok: false,
              detail: "nothing answers at home.example.net:8500",
              hint: "Is a firewall between?",
            },
          ],
        };
      case "GET /watch":
        return ":\n\n";
      case "POST /session":
        return {};
      case "POST /decisions":
        return { seqs: [1, 2] };
      default:
        return undefined;
    }
  });
  try {
    await test.step("come by the link that was printed", async () => {
      await open(page, `${site.url}/?code=4711`, "hq wants to make 2 changes here");
      await expect(page).toHaveURL(`${site.url}/`);
      await expect(page.getByText("Live", { exact: true })).toBeVisible();
      await picture(page, "site-changes");
    });

    await test.step("accept all, with what only the participant knows", async () => {
      await page.getByRole("button", { name: "Accept all" }).click();
      await page.getByRole("dialog").getByLabel("DB_HOST").fill("db.local");
      await picture(page, "site-accept");
      await page.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
      await expect(page.getByText("2 changes accepted")).toBeVisible();
    });

    await test.step("decline by keyboard, and remove what is here", async () => {
      await page.getByRole("article", { name: "backend" }).getByRole("button", { name: "Decline" }).press("Enter");
      await page.getByRole("dialog").getByLabel("Reason").fill("not on a Friday");
      await page.getByLabel("It is ended and removed").press("Space");
      await picture(page, "site-decline");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    });

    await test.step("see what runs", async () => {
      await open(page, `${site.url}/components`, "What runs");
      await expect(page.getByText("ended with exit code 1")).toBeVisible();
      await picture(page, "site-components");
      await page.getByRole("link", { name: "backend" }).click();
      await expect(page.getByText("order 59 taken")).toBeVisible();
      await picture(page, "site-logs");
    });

    await test.step("go on while the network cannot be reached", async () => {
      isConnected = false;
      await open(page, `${site.url}/connection`, "Network connection");
      await expect(page.getByText("Is a firewall between?")).toBeVisible();
      await expect(page.getByText(/last heard 5 minutes ago/)).toBeVisible();
      await picture(page, "site-connection");
      await open(page, `${site.url}/policy`, "Policy and pause");
      await page.getByLabel("Accept all changes").check();
      await picture(page, "site-policy");
      await open(page, `${site.url}/leave`, "Leave");
      await picture(page, "site-leave");
    });
  } finally {
    await page.goto("about:blank");
    await site.close();
  }
});
