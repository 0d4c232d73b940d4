import { defineConfig } from "@playwright/test";

/** Where Studio runs; whoever starts these tests says so. */
const url = process.env.STUDIO_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  testDir: ".",
  testMatch: "*.browser.ts",
  outputDir: "../target/browser-tests",
  // The tests tell one story on one installation.
  workers: 1,
  fullyParallel: false,
  maxFailures: 1,
  timeout: 240_000,
  expect: { timeout: 40_000 },
  reporter: [["list"]],
  use: {
    baseURL: url,
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    actionTimeout: 40_000,
    // A trace costs more time than it saves: what failed is in the picture.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
    },
  },
});
