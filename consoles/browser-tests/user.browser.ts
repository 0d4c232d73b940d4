import { complete, expect, fillIn, open, part, picture, signIn, test } from "./studio.ts";

test("an owner makes a network and composes an application", async ({ page }) => {
  await test.step("sign in where one wanted to go", async () => {
    await signIn(page, "/networks");
    await open(page, "/networks", "Networks");
  });

  await test.step("create a network, and see before what will happen", async () => {
    await page.getByRole("link", { name: "Create network" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("shop");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByLabel("Backbone").selectOption("north");
    await page.getByLabel("oslo-member").check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText("Network created")).toBeVisible();
    await picture(page, "new-network");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "shop" })).toBeVisible();
    await picture(page, "network");
  });

  await test.step("add a class and an invitation", async () => {
    await part(page, "Site classes");
    await fillIn(page, "Add a site class", { Name: "gold", Labels: "tier=1" }, "Add");
    await expect(page.getByRole("link", { name: "gold" })).toBeVisible();
    await part(page, "Invitations");
    await fillIn(
      page,
      "Create an invitation",
      { Name: "customer-a", gold: true, "oslo-member": true, Places: "10" },
      "Create",
    );
    await expect(page.getByRole("row", { name: /customer-a/ })).toContainText("gold");
    await picture(page, "invitations");
  });

  await test.step("publish a service and two images", async () => {
    await open(page, "/libraries", "Libraries");
    await page.getByRole("button", { name: "Publish a service" }).click();
    await complete(page, { Name: "orders", Protocol: "http", Port: "8080" }, "Publish");
    await open(page, "/libraries/admin/images", "admin");
    const container = `registry.example.net/app@sha256:${"a".repeat(64)}`;
    await fillIn(
      page,
      "Publish an image",
      {
        Name: "backend",
        Version: "1.0.0",
        Container: container,
        Ports: "8080",
        "Services offered": "admin/orders=8080",
      },
      "Publish",
    );
    await fillIn(
      page,
      "Publish an image",
      { Name: "till", Version: "1.0.0", Container: container, "Services required": "admin/orders=orders:8080" },
      "Publish",
    );
    await expect(page.getByRole("link", { name: "till" })).toBeVisible();
    await picture(page, "images");
  });

  await test.step("compose the application on the canvas", async () => {
    await open(page, "/networks/shop/composition", "shop");
    const canvas = page.getByRole("region", { name: "Composition" });
    const palette = page.getByRole("toolbar", { name: "Palette" });
    await palette.getByRole("button", { name: "backend 1.0.0" }).dragTo(canvas);
    await complete(page, { Name: "backend", gold: true }, "Add");
    await expect(canvas.getByText("process backend@1.0.0")).toBeVisible();
    await palette.getByRole("button", { name: "till 1.0.0" }).click();
    await complete(page, { Name: "till", gold: true }, "Add");
    await expect(canvas.getByText("process till@1.0.0")).toBeVisible();
    const from = canvas.locator(".react-flow__node[data-id=till] .source");
    await from.dragTo(canvas.locator(".react-flow__node[data-id=backend] .target"));
    await complete(page, {}, "Link");
    await expect(canvas.getByText("orders", { exact: true })).toBeVisible();
    await canvas.getByText("process till@1.0.0").click();
    await expect(page.getByRole("complementary", { name: "About till" })).toBeVisible();
    await expect(page).toHaveURL(/select=till/);
    await picture(page, "composition");
    await open(page, "/networks/shop/changes", "shop");
    await expect(page.getByRole("link", { name: "backend" })).toBeVisible();
    await picture(page, "changes");
    await open(page, "/networks/shop/diff?from=1", "shop");
    await expect(page.getByText("service-link orders")).toBeVisible();
  });

  await test.step("see at once what happens elsewhere", async () => {
    await open(page, "/networks/shop/site-classes", "shop");
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    const elsewhere = await page.request.post("/api/v1/networks/shop/site-classes", { data: { name: "silver" } });
    expect(elsewhere.status()).toBe(201);
    await expect(page.getByRole("link", { name: "silver" })).toBeVisible();
  });

  await test.step("make an API token, which is shown once", async () => {
    await open(page, "/account", "admin");
    await page.getByRole("button", { name: "Create an API token" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("laptop");
    await page.getByRole("dialog").getByRole("button", { name: "Create", exact: true }).click();
    await expect(page.getByLabel("The secret")).toHaveValue(/^studio_/);
    await page.getByRole("button", { name: "I have copied it" }).click();
    await expect(page.getByRole("link", { name: "laptop" })).toBeVisible();
    await picture(page, "tokens");
  });

  await test.step("sign out", async () => {
    await page.getByRole("button", { name: "admin" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  });
});
