import type { Page } from "@playwright/test";
import { type Archive, fetched, freePorts, type Participants, serveArchive } from "./participants.ts";
import { act, complete, copied, expect, fillIn, open, part, picture, signIn, tellInteractive, test } from "./studio.ts";

/** Whoever runs this on a busy machine must wait longer for routers and programs to start. */
const PATIENCE = { timeout: 90_000 };

const NETWORK = "market";
const USER = "nora";
const PASSWORD = "correct horse battery";
const REASON = "our machines are ours";
const DASHBOARD_SLOTS = 10;

/** What the application is made of: name, and what it offers and requires. */
const IMAGES = [
  { name: "orders-db", port: "9092", offers: "nora/orders-db=9092" },
  { name: "orders", port: "8080", offers: "nora/orders=8080", requires: "nora/orders-db=orders-db:9092" },
  { name: "till", requires: "nora/orders=orders:8080" },
  { name: "monitor", port: "9100", offers: "nora/monitor=9100" },
];

test("a vendor's software at its customers, by way of all four consoles", async ({ somebody, participants }) => {
  test.setTimeout(1_200_000);
  const archive = await serveArchive();
  try {
    const admin = await somebody();
    await buildBackbone(admin, participants);
    const nora = await somebody();
    await createNetwork(nora);
    await bringHeadquarters(nora, participants);
    const network = await openNetworkConsole(nora);
    const a = await somebody();
    await bringCustomer(nora, participants, "customer-a", async () => {
      await test.step("7. the owner sees who joins, as it happens", async () => {
        await open(network, `${new URL(network.url()).origin}/networks/${NETWORK}/members`, "Members");
        await expect(network.getByRole("link", { name: "hq" })).toBeVisible();
        await expect(network.getByRole("link", { name: "customer-a" })).toHaveCount(0);
      });
    });
    await expect(network.getByRole("row", { name: /customer-a live/ })).toBeVisible(PATIENCE);
    await picture(network, "07-network-members");
    await compose(nora, archive);
    await allocate(nora);
    await acceptAll(a, participants);
    await seeDeployment(a, nora);
    const address = await seeIngress(await somebody(), participants);
    const b = await somebody();
    await bringCustomer(nora, participants, "customer-b");
    await declineMonitoring(b, participants);
    await seeNoIngress(nora, network, address);
    await lookAround(admin, nora, a, network);
  } finally {
    archive.close();
  }
});

async function buildBackbone(admin: Page, participants: Participants): Promise<void> {
  await test.step("0. an administrator makes a backbone of two routers", async () => {
    await admin.goto("/admin/");
    await expect(admin.getByRole("heading", { level: 1, name: "Studio administration" })).toBeVisible();
    await picture(admin, "00-sign-in");
    await signIn(admin, "/admin/");
    await open(admin, "/admin/", "Overview");
    await tellInteractive(admin, "administrator");
    await open(admin, "/admin/users", "Users");
    await fillIn(admin, "Register a user", { Name: USER, Password: PASSWORD, "network-owner": true }, "Register");
    await open(admin, "/admin/backbones", "Backbones");
    await fillIn(admin, "Create a backbone", { Name: "transit", "Offered to": USER }, "Create");
    await expect(admin.getByRole("heading", { level: 1, name: "transit" })).toBeVisible();
    await part(admin, "Sites");
    for (const site of ["east", "west"]) {
      await fillIn(admin, "Add an interior site", { Name: site, Platform: "linux" }, "Add");
      await expect(admin.getByRole("link", { name: site })).toBeVisible();
    }
    await part(admin, "Access points");
    for (const site of ["east", "west"]) {
      await addAccessPoint(admin, site, "peer", `${await freePorts(1)}`, {});
      await addAccessPoint(admin, site, "member", await range(10), { "Offered to": USER });
    }
    await part(admin, "Links");
    await seeWrongValue(admin);
    await fillIn(admin, "Link sites", { "From site": "west", "To access point": "east-peer", Cost: "10" }, "Link");
    await Promise.all([bringUp(admin, participants, "east"), bringUp(await another(admin), participants, "west")]);
    await open(admin, "/admin/backbones/transit/links", "transit");
    await expect(admin.getByRole("row", { name: /west-east-peer up/ })).toBeVisible(PATIENCE);
    await open(admin, "/admin/backbones/transit/topology?select=east", "transit");
    await expect(admin.getByRole("region", { name: "Topology" }).getByText("cost 10")).toBeVisible();
    await picture(admin, "00-backbone-topology");
  });
}

/** Somebody's second tab. */
async function another(page: Page): Promise<Page> {
  return page.context().newPage();
}

async function range(count: number): Promise<string> {
  const first = await freePorts(count);
  return `${first}-${first + count - 1}`;
}

async function addAccessPoint(admin: Page, site: string, use: string, ports: string, more: Record<string, string>) {
  const fields = { Name: `${site}-${use}`, Site: site, Use: use, Host: "localhost", Ports: ports, ...more };
  await fillIn(admin, "Add an access point", fields, "Add");
  await expect(admin.getByRole("link", { name: `${site}-${use}` })).toBeVisible();
}

async function seeWrongValue(admin: Page): Promise<void> {
  await admin.getByRole("button", { name: "Link sites" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("From site").selectOption("west");
  await dialog.getByLabel("To access point").selectOption("east-peer");
  await dialog.getByLabel("Cost").fill("0");
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await picture(admin, "00-form-with-problem");
  await dialog.getByRole("button", { name: "Cancel" }).click();
}

/** From the platform to the command, and from there until the router runs. */
async function bringUp(admin: Page, participants: Participants, site: string): Promise<void> {
  await open(admin, `/admin/backbones/transit/sites/${site}`, site);
  await act(admin, "Bring up");
  await admin.getByRole("dialog").getByRole("button", { name: "Show" }).click();
  const command = await copied(admin);
  if (site === "east") {
    await picture(admin, "00-bring-up");
  }
  await participants.run(command, site, "--listen", "127.0.0.1", "--public-host", "localhost", "--detach");
  await expect(admin.getByRole("dialog").getByText("deployed", { exact: true })).toBeVisible(PATIENCE);
  await admin.getByRole("button", { name: "I have copied it" }).click();
}

async function createNetwork(nora: Page): Promise<void> {
  await test.step("1. a user creates a network, and sees before what will happen", async () => {
    await signIn(nora, "/networks", USER, PASSWORD);
    await open(nora, "/networks", "Networks");
    await tellInteractive(nora, "user");
    await nora.getByRole("link", { name: "Create network" }).click();
    await nora.getByRole("textbox", { name: "Name" }).fill(NETWORK);
    await nora.getByRole("button", { name: "Next" }).click();
    await nora.getByLabel("Backbone").selectOption("transit");
    await nora.getByLabel("east-member").check();
    await nora.getByLabel("west-member").check();
    await nora.getByRole("button", { name: "Next" }).click();
    await nora.getByRole("button", { name: "Next" }).click();
    await expect(nora.getByText("Network created")).toBeVisible();
    await picture(nora, "01-new-network");
    await nora.getByRole("button", { name: "Create", exact: true }).click();
    await expect(nora.getByRole("heading", { level: 1, name: NETWORK })).toBeVisible();
    await expect(nora.getByText("active", { exact: true }).first()).toBeVisible(PATIENCE);
    await picture(nora, "01-network");
  });
}

async function invite(nora: Page, name: string, terms: Record<string, string | boolean>): Promise<string> {
  await open(nora, `/networks/${NETWORK}/invitations`, NETWORK);
  await fillIn(nora, "Create an invitation", { Name: name, Places: "1", ...terms }, "Create");
  await expect(nora.getByRole("row", { name: new RegExp(`${name} ready`) })).toBeVisible(PATIENCE);
  await nora.getByRole("link", { name, exact: true }).click();
  await act(nora, "What to send");
  await nora.getByRole("dialog").getByLabel("What the site runs on").selectOption("linux");
  await nora.getByRole("dialog").getByRole("button", { name: "Show" }).click();
  return copied(nora);
}

/** The console tells when the invitation is used. */
async function waitUntilUsed(nora: Page): Promise<void> {
  await expect(nora.getByRole("dialog").getByText("exhausted", { exact: true })).toBeVisible(PATIENCE);
  await nora.getByRole("button", { name: "I have copied it" }).click();
}

async function bringHeadquarters(nora: Page, participants: Participants): Promise<void> {
  await test.step("2 and 3. the user invites headquarters, which join", async () => {
    const own = { "The sites are my own, and accept all changes": true };
    const command = await invite(nora, "headquarters", own);
    await picture(nora, "02-what-to-send");
    await participants.run(command, "hq", "--name", "hq", "--accept", "all", "--detach");
    await waitUntilUsed(nora);
  });
}

async function openNetworkConsole(nora: Page): Promise<Page> {
  return test.step("the owner opens the network's console, without another password", async () => {
    await open(nora, `/networks/${NETWORK}`, NETWORK);
    const opened = nora.waitForEvent("popup");
    await nora.getByRole("button", { name: "Open network console" }).click();
    const network = await opened;
    await expect(network.getByRole("heading", { level: 1, name: NETWORK })).toBeVisible();
    await expect(network).toHaveURL(new RegExp(`/networks/${NETWORK}$`));
    await expect(network.getByText("Live", { exact: true })).toBeVisible();
    await tellInteractive(network, "network");
    return network;
  });
}

async function bringCustomer(
  nora: Page,
  participants: Participants,
  name: string,
  before: () => Promise<void> = async () => {},
): Promise<void> {
  if (name === "customer-a") {
    await test.step("4. the user makes a class", async () => {
      await open(nora, `/networks/${NETWORK}/site-classes`, NETWORK);
      await fillIn(nora, "Add a site class", { Name: "gold", Labels: "tier=1" }, "Add");
      await expect(nora.getByRole("link", { name: "gold" })).toBeVisible();
    });
  }
  await test.step(`5 and 6. the user invites ${name}, who joins`, async () => {
    const command = await invite(nora, name, { gold: true });
    await before();
    await participants.run(command, name, "--name", name, "--detach");
    await waitUntilUsed(nora);
  });
}

async function publish(nora: Page, archive: Archive): Promise<void> {
  await open(nora, "/libraries", "Libraries");
  await nora.getByRole("button", { name: "Publish a service" }).click();
  await complete(nora, { Name: "orders-db", Protocol: "tcp", Port: "9092" }, "Publish");
  await open(nora, `/libraries/${USER}/services`, USER);
  await fillIn(nora, "Publish a service", { Name: "orders", Protocol: "tcp", Port: "8080" }, "Publish");
  await fillIn(nora, "Publish a service", { Name: "monitor", Protocol: "tcp", Port: "9100" }, "Publish");
  await open(nora, `/libraries/${USER}/images`, USER);
  for (const { name, port, offers, requires } of IMAGES) {
    await fillIn(
      nora,
      "Publish an image",
      {
        Name: name,
        Version: "1",
        "Archive for Linux hosts": archive.url,
        "SHA-256 of the archive": archive.sha256,
        "Command in the archive": `bin/${name}`,
        ...(offers && { Ports: port, "Services offered": offers }),
        ...(requires && { "Services required": requires }),
      },
      "Publish",
    );
    await expect(nora.getByRole("link", { name, exact: true })).toBeVisible();
  }
  await picture(nora, "08-images");
}

async function compose(nora: Page, archive: Archive): Promise<void> {
  await test.step("8. the user composes an application on the canvas", async () => {
    await publish(nora, archive);
    await open(nora, `/networks/${NETWORK}/composition`, NETWORK);
    const canvas = nora.getByRole("region", { name: "Composition" });
    const palette = nora.getByRole("toolbar", { name: "Palette" });
    await palette.getByRole("button", { name: "orders-db 1" }).dragTo(canvas);
    await complete(nora, { Name: "orders-db" }, "Add");
    for (const name of ["orders", "till", "monitor"]) {
      await palette.getByRole("button", { name: `${name} 1`, exact: true }).click();
      await complete(nora, { Name: name }, "Add");
      await expect(canvas.getByText(`process ${name}@1`)).toBeVisible();
    }
    await palette.getByRole("button", { name: "Ingress" }).click();
    const ports = { Port: `${await freePorts(DASHBOARD_SLOTS)}`, "Ports above the first": `${DASHBOARD_SLOTS}` };
    await complete(
      nora,
      { Name: "dashboards", Service: "nora/monitor", Listeners: "per-offering-site", ...ports, hq: true },
      "Add",
    );
    await expect(canvas.getByText("dashboards")).toBeVisible();
    const from = canvas.locator(".react-flow__node[data-id=orders] .source");
    const to = canvas.locator(".react-flow__node[data-id=orders-db] .target");
    // What was added last may still move the others, on a busy machine.
    await expect(async () => {
      await from.dragTo(to);
      await expect(nora.getByRole("dialog")).toBeVisible({ timeout: 5_000 });
    }).toPass(PATIENCE);
    await complete(nora, {}, "Link");
    await link(nora, "till", "orders");
    await link(nora, "dashboards", "monitor");
    await open(nora, `/networks/${NETWORK}/composition`, NETWORK);
    await expect(canvas.getByText("orders-db", { exact: true }).first()).toBeVisible();
    await picture(nora, "08-composition");
  });
}

/** Links what a part requires by the panel that tells what fits. */
async function link(nora: Page, from: string, to: string): Promise<void> {
  await open(nora, `/networks/${NETWORK}/composition?select=${from}`, NETWORK);
  const about = nora.getByRole("complementary", { name: `About ${from}` });
  await about.getByRole("button", { name: `Link to ${to}` }).click();
  await complete(nora, {}, "Link");
}

async function allocate(nora: Page): Promise<void> {
  await test.step("9. the user allocates its parts, and sees the plan", async () => {
    for (const [name, place] of [
      ["orders-db", "hq"],
      ["orders", "hq"],
      ["till", "gold"],
      ["monitor", "gold"],
    ] as const) {
      await open(nora, `/networks/${NETWORK}/processes/${name}`, name);
      await act(nora, "Allocate");
      const dialog = nora.getByRole("dialog");
      await dialog.getByLabel(place).check();
      if (name === "monitor") {
        await dialog.getByRole("button", { name: "Preview" }).click();
        await expect(dialog.getByText("Endpoint changed")).toBeVisible();
        await picture(nora, "09-allocation-preview");
      }
      await dialog.getByRole("button", { name: "Allocate", exact: true }).click();
      await expect(dialog).toBeHidden();
    }
    await open(nora, `/networks/${NETWORK}/sites/customer-a/plan`, "customer-a");
    await expect(nora.getByRole("button", { name: "process/till" })).toBeVisible();
    await picture(nora, "09-plan-of-customer-a");
    await open(nora, `/networks/${NETWORK}/changes`, NETWORK);
    await expect(nora.getByRole("row", { name: /^orders process 1 0 1 0 1 0/ })).toBeVisible(PATIENCE);
    await picture(nora, "09-changes");
  });
}

async function acceptAll(a: Page, participants: Participants): Promise<void> {
  await test.step("10 and 11. customer A sees what the application wants, and accepts all of it", async () => {
    await a.goto(await participants.link("customer-a"));
    await expect(a.getByRole("heading", { level: 1, name: `${NETWORK} wants to make 2 changes here` })).toBeVisible(
      PATIENCE,
    );
    await tellInteractive(a, "site");
    await expect(a.getByRole("article", { name: "till" }).getByText(`Asked for by ${USER}`)).toBeVisible();
    await picture(a, "10-site-changes");
    await a.getByRole("button", { name: "Accept all" }).click();
    await picture(a, "11-site-accept");
    await a.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
    await expect(a.getByText("2 changes accepted")).toBeVisible();
  });
}

async function seeDeployment(a: Page, nora: Page): Promise<void> {
  await test.step("12. customer A sees what runs, and the user too", async () => {
    await open(a, "/components", "What runs");
    for (const process of ["till", "monitor"]) {
      await expect(a.getByRole("row", { name: new RegExp(`${process} .*running`) })).toBeVisible(PATIENCE);
    }
    await picture(a, "12-site-components");
    await a.getByRole("link", { name: "till" }).click();
    await expect(a.getByText(/ordered; headquarters counts/).first()).toBeVisible(PATIENCE);
    await picture(a, "12-site-logs");
    await expect(nora.getByRole("row", { name: /^monitor process 1 0 1 0 1 0/ })).toBeVisible(PATIENCE);
  });
}

/** Where headquarters let people in to customer A's monitoring. */
async function seeIngress(hq: Page, participants: Participants): Promise<string> {
  return test.step("headquarters let people in to customer A's monitoring", async () => {
    await hq.goto(await participants.link("hq"));
    await expect(hq.getByRole("heading", { level: 1, name: `${NETWORK} wants to make no changes here` })).toBeVisible();
    await open(hq, "/components", "What runs");
    const row = hq.getByRole("row", { name: /dashboards/ });
    await expect(row).toContainText(/:\d+/, PATIENCE);
    const address = /127[\d.]+:\d+/.exec((await row.textContent()) ?? "")?.[0] ?? "";
    await expect(async () => expect(await fetched(address, "/metrics")).toContain('store="customer-a"')).toPass(
      PATIENCE,
    );
    return address;
  });
}

async function declineMonitoring(b: Page, participants: Participants): Promise<void> {
  await test.step("13 and 14. customer B joins too, and declines to be watched", async () => {
    await b.goto(await participants.link("customer-b"));
    await expect(b.getByRole("heading", { level: 1, name: `${NETWORK} wants to make 2 changes here` })).toBeVisible(
      PATIENCE,
    );
    await b.getByRole("article", { name: "till" }).getByRole("button", { name: "Accept" }).click();
    await b.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
    await expect(b.getByText("1 change accepted")).toBeVisible();
    await b.getByRole("article", { name: "monitor" }).getByRole("button", { name: "Decline" }).press("Enter");
    await b.getByRole("dialog").getByLabel("Reason").fill(REASON);
    await picture(b, "14-site-decline");
    await b.getByRole("dialog").getByRole("button", { name: "Decline", exact: true }).click();
    await expect(b.getByRole("dialog")).toBeHidden();
    await open(b, "/?state=declined", `${NETWORK} wants to make no changes here`);
    await expect(b.getByText(`: ${REASON}`)).toBeVisible();
    await picture(b, "14-site-declined");
    await open(b, "/components", "What runs");
    await expect(b.getByRole("row", { name: /till .*running/ })).toBeVisible(PATIENCE);
  });
}

async function seeNoIngress(nora: Page, network: Page, address: string): Promise<void> {
  await test.step("15. headquarters have no ingress for customer B, and everybody sees why", async () => {
    await open(nora, `/networks/${NETWORK}/changes/monitor`, NETWORK);
    await expect(nora.getByRole("row", { name: /customer-b declined/ })).toContainText(REASON, PATIENCE);
    await expect(nora.getByRole("row", { name: /customer-a accepted/ })).toBeVisible();
    await picture(nora, "15-standing-of-monitor");
    await open(nora, `/networks/${NETWORK}/sites/hq/endpoints`, "hq");
    await expect(nora.getByText(`'customer-b' declined 'monitor': ${REASON}`)).toBeVisible();
    await picture(nora, "15-why-at-headquarters");
    await open(nora, `/networks/${NETWORK}/sites/hq/plan`, "hq");
    await expect(nora.getByRole("button", { name: /^ingress\/dashboards\// })).toHaveCount(1);
    await open(network, network.url().replace("/members", "/decisions"), "Decisions");
    await expect(network.getByRole("row", { name: /customer-b monitor .*declined/ })).toContainText(REASON);
    await picture(network, "15-network-decisions");
    expect(await fetched(address, "/metrics")).toContain('store="customer-a"');
  });
}

async function lookAround(admin: Page, nora: Page, a: Page, network: Page): Promise<void> {
  await test.step("everything else looks right, too", async () => {
    const origin = `${new URL(network.url()).origin}/networks/${NETWORK}`;
    await Promise.all([lookAtPast(admin), lookAtNetwork(network, origin), lookAtSite(a), lookAtAccount(nora)]);
  });
}

async function lookAtNetwork(network: Page, origin: string): Promise<void> {
  await open(network, origin, NETWORK);
  await network.getByRole("region", { name: "Topology" }).getByText("customer-b").first().click();
  await expect(network.getByRole("complementary", { name: "About customer-b" })).toBeVisible();
  await picture(network, "network-topology");
  await open(network, `${origin}/processes`, "What runs");
  await picture(network, "network-processes");
  await open(network, `${origin}/services`, "Service links");
  await picture(network, "network-services");
}

async function lookAtSite(a: Page): Promise<void> {
  await open(a, "/connection", "Network connection");
  await picture(a, "site-connection");
  await open(a, "/policy", "Policy and pause");
  await a.getByLabel("Accept all changes").check();
  await picture(a, "site-policy");
  await open(a, "/leave", "Leave");
  await picture(a, "site-leave");
}

async function lookAtAccount(nora: Page): Promise<void> {
  await open(nora, `/networks/${NETWORK}/diff?from=1`, NETWORK);
  await expect(nora.getByText("service-link orders").first()).toBeVisible();
  await picture(nora, "user-diff");
  await open(nora, "/account", USER);
  await fillInToken(nora);
  await picture(nora, "user-tokens");
  await nora.getByRole("button", { name: USER }).click();
  await nora.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(nora.getByRole("button", { name: "Sign in" })).toBeVisible();
}

/** A token is shown once. */
async function fillInToken(nora: Page): Promise<void> {
  await nora.getByRole("button", { name: "Create an API token" }).click();
  await nora.getByRole("dialog").getByLabel("Name").fill("laptop");
  await nora.getByRole("dialog").getByRole("button", { name: "Create", exact: true }).click();
  await expect(nora.getByLabel("The secret")).toHaveValue(/^studio_/);
  await nora.getByRole("button", { name: "I have copied it" }).click();
  await expect(nora.getByRole("link", { name: "laptop" })).toBeVisible();
}

async function lookAtPast(admin: Page): Promise<void> {
  await open(admin, "/admin/backbones/transit/sites/east", "east");
  await act(admin, "Remove interior site");
  await expect(admin.getByRole("dialog").getByText("Interior site removal requested")).toBeVisible();
  await picture(admin, "admin-preview");
  await admin.getByRole("button", { name: "Cancel" }).click();
  await open(admin, "/admin/backbones/transit/history", "transit");
  await picture(admin, "admin-history");
  await open(admin, "/admin/backbones/transit/sites?at=4", "transit");
  await expect(admin.getByText("As it stood after revision 4")).toBeVisible();
  await expect(admin.getByRole("button", { name: "Add an interior site" })).toHaveCount(0);
  await open(admin, "/admin/backbones/transit/links/west-east-peer/why", "west-east-peer");
  await picture(admin, "admin-why");
  await open(admin, "/admin/backbones/transit/raw", "transit");
  await picture(admin, "admin-raw");
  await open(admin, "/admin/users", "Users");
  await picture(admin, "admin-users");
  await open(admin, "/admin/certificates", "Certificates");
  await expect(admin.getByRole("link", { name: "interior-ca of transit" })).toBeVisible();
  await picture(admin, "admin-certificates");
  await open(admin, "/admin/tables", "All tables");
  await picture(admin, "admin-tables");
  await open(admin, "/admin/audit?stream=backbone%2Ftransit", "Audit");
  await expect(admin.getByText(/^(Link|Interior site) reported/).first()).toBeVisible();
  await picture(admin, "admin-audit");
  await open(admin, "/admin/", "Overview");
  await picture(admin, "admin-overview");
}
