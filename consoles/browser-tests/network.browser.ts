import { aDecision, aFlow, aTopology, aTraffic } from "../network/src/fixtures.ts";
import { serve } from "./served.ts";
import { expect, open, picture, test } from "./studio.ts";

test("an owner sees a network live", async ({ page }) => {
  const home = await serve("network", (request, path) => {
    switch (`${request.method} ${path}`) {
      case "POST /session":
        return {};
      case "GET /networks":
        return { items: [{ name: "shop", uid: "n1" }] };
      case "GET /networks/shop/topology":
        return aTopology();
      case "GET /networks/shop/decisions":
        return { items: [aDecision(), aDecision({ endpoint: "backend", state: "proposed", digest: "d3" })] };
      case "GET /networks/shop/traffic":
        return aTraffic();
      case "GET /networks/shop/flows":
        return { items: [aFlow()], truncated: false };
      case "GET /networks/shop/watch":
        return ":\n\n";
      default:
        return undefined;
    }
  });
  try {
    await test.step("come by the link", async () => {
      await open(page, `${home.url}/?code=4711`, "Networks");
      await page.getByRole("link", { name: "shop" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "shop" })).toBeVisible();
    });

    await test.step("see the topology and a site", async () => {
      const graph = page.getByRole("region", { name: "Topology" });
      await graph.getByText("shop-a").click();
      await expect(page.getByRole("complementary", { name: "About shop-a" })).toBeVisible();
      await expect(page).toHaveURL(/select=uid-shop-a/);
      await expect(graph.getByText("orders, 1.2 kB/s")).toBeVisible();
      await picture(page, "network-topology");
    });

    await test.step("see members, services and decisions", async () => {
      await open(page, `${home.url}/networks/shop/members`, "Members");
      await expect(page.getByRole("link", { name: "shop-b" })).toBeVisible();
      await picture(page, "network-members");
      await open(page, `${home.url}/networks/shop/services`, "Service links");
      await open(page, `${home.url}/networks/shop/processes?state=failed`, "What runs");
      await expect(page.getByText("exit code 1")).toBeVisible();
      await open(page, `${home.url}/networks/shop/decisions`, "Decisions");
      await expect(page.getByText("not on a Friday")).toBeVisible();
      await picture(page, "network-decisions");
    });

    await test.step("see what goes through it", async () => {
      await open(page, `${home.url}/networks/shop/traffic`, "Traffic");
      await expect(page.getByRole("img", { name: "Bytes by service" })).toBeVisible();
      await picture(page, "network-traffic");
      await page.getByRole("link", { name: "orders" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Flows" })).toBeVisible();
      await expect(page.getByText("127.0.0.1:4711")).toBeVisible();
      await picture(page, "network-flows");
    });
  } finally {
    await page.goto("about:blank");
    await home.close();
  }
});
