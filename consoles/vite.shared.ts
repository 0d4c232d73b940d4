import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { UserConfig } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Themes that no console switches on, and a font of icons that none shows: a third of PatternFly's base. */
const UNUSED = /pf-v6-theme-(high-contrast|felt|glass)|pf-v6-pficon/;

const lessPatternFly = {
  postcssPlugin: "less-patternfly",
  Rule(rule: { selectors: string[]; remove(): unknown }) {
    const used = rule.selectors.filter((selector) => !UNUSED.test(selector));
    if (used.length === 0) {
      rule.remove();
    } else if (used.length < rule.selectors.length) {
      rule.selectors = used;
    }
  },
};

/** How all consoles are built: files named by their content, none of it inline, so that a strict policy can serve it. */
export function consoleConfig(name: string, base: string): UserConfig {
  return {
    base,
    plugins: [react()],
    css: { postcss: { plugins: [lessPatternFly] } },
    build: {
      outDir: `${root}target/${name}`,
      emptyOutDir: true,
      // A small file as a data URL would need an exception in the policy.
      assetsInlineLimit: 0,
      manifest: true,
      chunkSizeWarningLimit: 1000,
    },
    server: { proxy: { "/api": process.env.STUDIO_URL ?? "http://127.0.0.1:8080" } },
    preview: { proxy: { "/api": process.env.STUDIO_URL ?? "http://127.0.0.1:8080" } },
  };
}
