import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { Participants } from "./participants.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.STUDIO_SCREENSHOTS ?? join(import.meta.dirname, "../target/screenshots");
const PASSWORD = process.env.STUDIO_PASSWORD ?? "";

/** Answers that a story asks for on purpose, and reads that came before the tables had what was written: they are tried again. */
const EXPECTED = /status of (4\d\d|503)/;

/** Notes any fault of a script, any breach of the policy, and any request that leaves the page's origin. */
function watch(page: Page, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) {
      faults.push(message.text());
    }
  });
  page.on("request", (request) => {
    const from = page.url() === "about:blank" || request.isNavigationRequest() ? request.url() : page.url();
    if (new URL(request.url()).origin !== new URL(from).origin) {
      faults.push(`a request left the origin: ${request.url()}`);
    }
  });
}

interface Fixtures {
  faults: string[];
  /** Sites that leave when all browsers are gone: a page whose agent ends would tell so. */
  participants: Participants;
  /** Makes a browser of somebody's own. */
  somebody(): Promise<Page>;
}

/** Pages of which any fault fails the test. */
export const test = base.extend<Fixtures>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      watch(page, faults);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  participants: async ({ browserName: _ }, use) => {
    const participants = new Participants();
    await use(participants);
    await participants.leave();
  },
  somebody: async ({ browser, faults, participants: _ }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
      contexts.push(context);
      context.on("page", (page) => watch(page, faults));
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

/** Signs in; as the first administrator unless somebody else is named. */
export async function signIn(page: Page, at: string, user = "admin", password = PASSWORD): Promise<void> {
  await page.goto(at);
  await page.getByLabel("User name").fill(user);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Console" })).toBeAttached();
}

/** Prints when the page could be used, as its console marked it. */
export async function tellInteractive(page: Page, name: string): Promise<void> {
  const marks = await page.evaluate(() => performance.getEntriesByName("interactive").map((mark) => mark.startTime));
  console.log(`interactive: ${name} after ${marks.map((mark) => Math.round(mark)).join(", ")} ms`);
}

/** Opens a page of the console where one is and waits until it has settled. */
export async function open(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(page.url() === "about:blank" ? path : new URL(path, page.url()).href);
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await expect(page.getByLabel("Loading")).toHaveCount(0);
}

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Everybody must be able to use the page; between themes only colors differ. */
export async function expectAccessible(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  if (colorScheme === "light") {
    await page.evaluate(axe);
  }
  const run = colorScheme === "light" ? "axe.run()" : 'axe.run({ runOnly: ["color-contrast"] })';
  const { violations } = (await page.evaluate(run)) as AxeResult;
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  expect.soft(told).toEqual([]);
}

/** Keeps how the page looks, light and dark, wide and narrow. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await expect(page.getByLabel("Loading")).toHaveCount(0);
  for (const width of [1440, 768]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), animations: "disabled" });
      if (width === 1440) {
        await expectAccessible(page, colorScheme);
      }
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Opens the form behind a button, fills it in and gives its command. */
export async function fillIn(
  page: Page,
  button: string | RegExp,
  fields: Readonly<Record<string, string | boolean>>,
  submit: string,
): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await complete(page, fields, submit);
}

/** A label, with or without the mark of what is required. */
function labelled(label: string): RegExp {
  return new RegExp(`^${label}\\s*\\*?$`);
}

/** Fills in the form that is open and gives its command. */
export async function complete(
  page: Page,
  fields: Readonly<Record<string, string | boolean>>,
  submit: string,
): Promise<void> {
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(labelled(label));
    if (typeof value === "boolean") {
      await field.setChecked(value);
    } else if ((await field.evaluate((element) => element.tagName)) === "SELECT") {
      await field.selectOption(value);
    } else {
      await field.fill(value);
    }
  }
  await dialog.getByRole("button", { name: submit, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Goes to a part of the page of an object. */
export async function part(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: /parts/ }).getByRole("tab", { name, exact: true }).click();
}

/** Chooses something that can be done to the object. */
export async function act(page: Page, action: string): Promise<void> {
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** Copies what is shown this once. */
export async function copied(page: Page): Promise<string> {
  await page.getByRole("dialog").getByRole("button", { name: "Copy" }).click();
  return page.evaluate(() => navigator.clipboard.readText());
}
