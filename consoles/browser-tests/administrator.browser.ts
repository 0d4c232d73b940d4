import { expect, fillIn, open, part, picture, signIn, test } from "./studio.ts";

test("an administrator builds a backbone and looks after it", async ({ page }) => {
  await test.step("sign in", async () => {
    await page.goto("/admin/");
    await expect(page.getByRole("heading", { level: 1, name: "Studio administration" })).toBeVisible();
    await picture(page, "sign-in");
    await signIn(page, "/admin/");
    await open(page, "/admin/", "Overview");
  });

  await test.step("create a backbone with two sites and a link", async () => {
    await open(page, "/admin/backbones", "Backbones");
    await fillIn(page, "Create a backbone", { Name: "north", "Offered to": "admin" }, "Create");
    await expect(page.getByRole("heading", { level: 1, name: "north" })).toBeVisible();
    await part(page, "Sites");
    await fillIn(page, "Add an interior site", { Name: "oslo", Platform: "linux", Location: "Oslo" }, "Add");
    await expect(page.getByRole("link", { name: "oslo" })).toBeVisible();
    await fillIn(page, "Add an interior site", { Name: "bergen", Platform: "kubernetes" }, "Add");
    await part(page, "Access points");
    await fillIn(
      page,
      "Add an access point",
      { Name: "oslo-peer", Site: "oslo", Use: "peer", Host: "oslo.example.net", Ports: "55671" },
      "Add",
    );
    await fillIn(
      page,
      "Add an access point",
      {
        Name: "oslo-member",
        Site: "oslo",
        Use: "member",
        Host: "oslo.example.net",
        Ports: "55700-55799",
        "Offered to": "admin",
      },
      "Add",
    );
    await part(page, "Links");
    await fillIn(page, "Link sites", { "From site": "bergen", "To access point": "oslo-peer", Cost: "3" }, "Link");
    await expect(page.getByRole("link", { name: "bergen-oslo-peer" })).toBeVisible();
    await picture(page, "links");
  });

  await test.step("see a wrong value at its field", async () => {
    await page.getByRole("button", { name: "Link sites" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("From site").selectOption("bergen");
    await dialog.getByLabel("To access point").selectOption("oslo-peer");
    await dialog.getByLabel("Cost").fill("0");
    await dialog.getByRole("button", { name: "Link", exact: true }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await picture(page, "form-with-problem");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("see the topology", async () => {
    await open(page, "/admin/backbones/north/topology?select=oslo", "north");
    await expect(page.getByRole("region", { name: "Topology" }).getByText("cost 3")).toBeVisible();
    await picture(page, "topology");
  });

  await test.step("preview what destroys, and leave it", async () => {
    await open(page, "/admin/backbones/north/sites/oslo", "oslo");
    await page.getByRole("button", { name: "Actions" }).click();
    await page.getByRole("menuitem", { name: "Remove interior site" }).click();
    await expect(page.getByRole("dialog").getByText("Interior site removed")).toBeVisible();
    await expect(page.getByRole("dialog").getByRole("button", { name: "Remove interior site" })).toBeDisabled();
    await picture(page, "preview");
    await page.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("look at the past", async () => {
    await open(page, "/admin/backbones/north/history", "north");
    await expect(page.getByText(/admin added interior site oslo/)).toBeVisible();
    await picture(page, "history");
    await open(page, "/admin/backbones/north/sites?at=4", "north");
    await expect(page.getByText("As it stood after revision 4")).toBeVisible();
    await expect(page.getByRole("button", { name: "Add an interior site" })).toHaveCount(0);
    await open(page, "/admin/backbones/north/diff?from=1", "north");
    await expect(page.getByRole("grid", { name: "Differences" }).getByText("link bergen-oslo-peer")).toBeVisible();
    await picture(page, "diff");
    await open(page, "/admin/backbones/north/links/bergen-oslo-peer/why", "bergen-oslo-peer");
    await expect(page.getByText("Somebody wanted it.")).toBeVisible();
    await open(page, "/admin/backbones/north/raw", "north");
    await picture(page, "raw");
  });

  await test.step("see everything else", async () => {
    await open(page, "/admin/users", "Users");
    await fillIn(
      page,
      "Register a user",
      { Name: "alice", Password: "correct horse battery", "network-owner": true },
      "Register",
    );
    await expect(page.getByRole("link", { name: "alice" })).toBeVisible();
    await picture(page, "users");
    await open(page, "/admin/certificates", "Certificates");
    await expect(page.getByRole("link", { name: "interior-ca of north" })).toBeVisible();
    await picture(page, "certificates");
    await open(page, "/admin/tables", "All tables");
    await picture(page, "tables");
    await open(page, "/admin/audit?stream=backbone%2Fnorth", "Audit");
    await expect(page.getByText("Backbone created")).toBeVisible();
    await picture(page, "audit");
    await open(page, "/admin/", "Overview");
    await picture(page, "overview");
  });
});
