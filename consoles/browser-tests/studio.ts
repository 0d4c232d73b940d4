import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.STUDIO_SCREENSHOTS ?? join(import.meta.dirname, "../target/screenshots");
const PASSWORD = process.env.STUDIO_PASSWORD ?? "";

/** Answers that a story asks for on purpose, and reads that came before the tables had what was written: they are tried again. */
const EXPECTED = /status of (4\d\d|503)/;

/** A page on which any fault of a script and any breach of the policy fails the test. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && !EXPECTED.test(message.text())) {
          faults.push(message.text());
        }
      });
      page.on("request", (request) => {
        if (
          new URL(request.url()).origin !== new URL(page.url() === "about:blank" ? request.url() : page.url()).origin
        ) {
          faults.push(`a request left the origin: ${request.url()}`);
        }
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs in as the first administrator. */
export async function signIn(page: Page, at: string): Promise<void> {
  await page.goto(at);
  await page.getByLabel("User name").fill("admin");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Console" })).toBeAttached();
}

/** Opens a page of the console and waits until it has settled. */
export async function open(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(path);
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
