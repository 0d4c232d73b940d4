import { defineConfig } from "vite";
import { consoleConfig } from "../vite.shared.ts";

export default defineConfig(consoleConfig("site", "/"));
