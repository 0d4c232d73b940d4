import { show } from "@studio/shared/testing/render.tsx";
import { serves } from "@studio/shared/testing/server.ts";
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { SiteStatus } from "./api.ts";
import { aStatus } from "./fixtures.ts";
import { Standing } from "./Standing.tsx";

function showStanding(status: Partial<SiteStatus>) {
  serves("/status", aStatus(status));
  show([{ path: "/", element: <Standing /> }], "/");
}

describe("Standing", () => {
  it("says since when the network cannot be reached, and what becomes of decisions", async () => {
    showStanding({ connected: false, lastHeard: new Date(Date.now() - 5 * 60_000).toISOString() });

    expect(
      await screen.findByRole("heading", { name: /hq cannot be reached; it was last heard 5 minutes ago/ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/What you decide is kept here/)).toBeInTheDocument();
  });

  it("says why the application stands still", async () => {
    showStanding({ halted: "hq was suspended", paused: true });

    expect(await screen.findByRole("heading", { name: /stands still here: hq was suspended/ })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Resume it" })).toHaveAttribute("href", "/policy");
  });
});
