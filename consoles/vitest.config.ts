import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  test: {
    // Longer than what is awaited in a test may take on a busy machine.
    testTimeout: 30_000,
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://studio.test/" } },
    include: ["{shared,user,administrator,site,network}/src/**/*.test.{ts,tsx}"],
    setupFiles: ["shared/src/testing/setup.ts"],
    // PatternFly's styles are of no use without a layout.
    css: false,
    pool: "threads",
    // The libraries are read once, not for each file.
    isolate: false,
    maxWorkers: 1,
    restoreMocks: true,
  },
});
