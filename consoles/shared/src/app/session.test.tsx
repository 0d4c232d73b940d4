import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { show } from "../testing/render";
import { api, problem, server } from "../testing/server";
import { SessionGate, useMe } from "./session";

function Name() {
  return <p>Hello {useMe().username}</p>;
}

describe("SessionGate", () => {
  it("lets somebody sign in and stays where they wanted to go", async () => {
    let isSignedIn = false;
    server.use(
      http.get(api("/me"), () =>
        isSignedIn ? HttpResponse.json({ username: "alice", roles: [], groups: [] }) : problem({ status: 401 }),
      ),
      http.post(api("/sign-in"), async ({ request }) => {
        const { password } = (await request.json()) as { password: string };
        if (password !== "right") {
          return problem({ status: 401, title: "Wrong user name or password" });
        }
        isSignedIn = true;
        return HttpResponse.json({ username: "alice" });
      }),
    );
    const { address } = show(
      [
        {
          path: "*",
          element: (
            <SessionGate title="Studio">
              <Name />
            </SessionGate>
          ),
        },
      ],
      "/networks/shop?at=3",
    );

    await userEvent.type(await screen.findByLabelText(/User name/), "alice");
    await userEvent.type(screen.getByLabelText(/Password/), "wrong");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Wrong user name or password");
    await userEvent.clear(screen.getByLabelText(/Password/));
    await userEvent.type(screen.getByLabelText(/Password/), "right");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));

    expect(await screen.findByText("Hello alice")).toBeInTheDocument();
    expect(address()).toBe("/networks/shop?at=3");
  });
});
