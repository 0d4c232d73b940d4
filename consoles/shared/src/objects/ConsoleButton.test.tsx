import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it, vi } from "vitest";
import { show } from "../testing/render";
import { api, problem, server } from "../testing/server";
import { ConsoleButton } from "./ConsoleButton";

const PATH = "/networks/shop/home/console-token";

function showButton() {
  const tab = { location: { replace: vi.fn() }, close: vi.fn() };
  vi.spyOn(window, "open").mockReturnValue(tab as unknown as Window);
  show([{ path: "/", element: <ConsoleButton title="Open network console" path={PATH} /> }], "/");
  return tab;
}

describe("ConsoleButton", () => {
  it("opens the link that is made for it", async () => {
    server.use(http.post(api(PATH), () => HttpResponse.json({ address: "http://home/#token=t" })));
    const tab = showButton();

    await userEvent.click(screen.getByRole("button", { name: "Open network console" }));

    await waitFor(() => expect(tab.location.replace).toHaveBeenCalledWith("http://home/#token=t"));
  });

  it("says why there is none, and opens nothing", async () => {
    server.use(http.post(api(PATH), () => problem({ status: 409, title: "Wrong state", detail: "its owner runs it" })));
    const tab = showButton();

    await userEvent.click(screen.getByRole("button", { name: "Open network console" }));

    await screen.findByText("its owner runs it");
    expect(tab.close).toHaveBeenCalled();
  });
});
