import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { server } from "./server";

/** jsdom has no layout, so what asks for it gets a window of usual size. */
Object.defineProperty(Element.prototype, "clientHeight", { configurable: true, value: 768 });
Object.defineProperty(Element.prototype, "clientWidth", { configurable: true, value: 1024 });
Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, value: 41 });
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.matchMedia ??= (media) =>
  ({ matches: false, media, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;

/** What comes soon comes later on a busy machine. */
configure({ asyncUtilTimeout: 10_000 });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
