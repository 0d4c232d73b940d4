// Builds the consoles into a directory of classes: node build.mjs DIRECTORY [--gates] [--tests]. Those of the public origin become
// its resources; those that agents and homes serve are at consoles/{name}. What is as it was when a step last succeeded is not done
// again: each step leaves a digest of what it read.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const target = join(root, "target");
const [output, ...options] = process.argv.slice(2);
const descriptions = ["openapi.yaml", "openapi-site.yaml", "openapi-network.yaml"].map((file) =>
  join(root, "../docs/reference", file),
);
/** Where each console goes below the output. */
const PLACES = {
  user: "META-INF/resources",
  administrator: "META-INF/resources/admin",
  site: "META-INF/consoles/site",
  network: "META-INF/consoles/network",
};
const NOT_SOURCES = new Set(["node_modules", "target", "browser-tests", "generated", "pom.xml"]);

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.update(process.version).digest("hex");
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error || status !== 0) {
    console.error(`consoles: ${[command, ...args].join(" ")} failed${error ? `: ${error.message}` : ""}`);
    process.exit(1);
  }
}

function step(name, digest, mark, action) {
  if (existsSync(mark) && readFileSync(mark, "utf8") === digest) {
    return;
  }
  console.log(`consoles: ${name}`);
  action();
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, digest);
}

const npm = (...args) => run("npm", ...args);
const locked = digestOf([
  join(root, "package-lock.json"),
  ...filesBelow(root).filter((file) => file.endsWith("package.json")),
]);
step("fetches libraries", locked, join(root, "node_modules/.locked"), () =>
  npm("ci", "--no-progress", "--ignore-scripts"),
);

const sources = digestOf([...filesBelow(root), ...descriptions]);
step("builds", sources, join(target, "built"), () => {
  npm("run", "--silent", "types");
  npm("run", "--silent", "bundle");
});
rmSync(join(output, "META-INF/resources"), { recursive: true, force: true });
rmSync(join(output, "consoles"), { recursive: true, force: true });
for (const [name, place] of Object.entries(PLACES)) {
  cpSync(join(target, name), join(output, place), { recursive: true });
  rmSync(join(output, place, ".vite"), { recursive: true });
}

if (options.includes("--gates")) {
  step("checks", sources, join(target, "checked"), () => {
    npm("run", "--silent", "check");
    npm("run", "--silent", "compile");
    run("node", "first-screen.mjs");
  });
}
if (options.includes("--tests")) {
  step("tests", sources, join(target, "tested"), () => npm("run", "--silent", "test"));
}
