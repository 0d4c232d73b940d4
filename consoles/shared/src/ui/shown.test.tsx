import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { typeInWords } from "./EventList";
import { inWords, JsonValue } from "./JsonFields";
import { StatusLabel } from "./StatusLabel";
import { relative, Timestamp } from "./Timestamp";

describe("what is shown", () => {
  it("tells names in words", () => {
    expect(typeInWords("studio.events.InteriorSiteRemoved")).toBe("Interior site removed");
    expect(inWords("joinDeadline")).toBe("Join deadline");
  });

  it("shows a time in the viewer's zone and exactly when pointed at", () => {
    render(<Timestamp time="2026-05-01T12:00:00Z" />);

    const time = screen.getByText(/2026/);
    expect(time).toHaveAttribute("datetime", "2026-05-01T12:00:00Z");
    expect(time.title).toContain("2026-05-01T12:00:00Z");
  });

  it("tells how long ago in the largest unit that fits", () => {
    const now = new Date("2026-05-03T12:00:00Z");

    expect(relative(new Date("2026-05-01T11:00:00Z"), now)).toBe("2 days ago");
    expect(relative(new Date("2026-05-03T11:59:00Z"), now)).toBe("1 minute ago");
    expect(relative(new Date("2026-05-03T14:30:00Z"), now)).toBe("in 2 hours");
  });

  it("shows a state that it does not know", () => {
    render(<StatusLabel state="half-way" />);

    expect(screen.getByText("half way")).toBeInTheDocument();
  });

  it("shows of another object its name, and nothing of what is empty", () => {
    render(
      <p>
        <JsonValue value={{ sites: [], siteClasses: [{ name: "gold", uid: "1" }], image: null }} />
      </p>,
    );

    expect(screen.getByText(/siteClasses/)).toHaveTextContent("siteClasses: gold");
  });
});
