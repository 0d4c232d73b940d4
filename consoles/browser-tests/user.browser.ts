import { expect, open, picture, signIn, test } from "./studio.ts";

test("somebody signs in and sees their networks", async ({ page }) => {
  await page.goto("/networks");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await picture(page, "sign-in");
  await signIn(page, "/networks");
  await open(page, "/networks", "Networks");
  await picture(page, "networks");
});
