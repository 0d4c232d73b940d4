// Fails when what a browser loads for the first screen of a console weighs more than it may.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT_BYTES = 300_000;
const target = join(dirname(fileURLToPath(import.meta.url)), "target");

/** What a console begins with. */
const FIRST = { user: ["index.html"], administrator: ["index.html"], site: ["index.html"], network: ["index.html"] };

for (const [console_, entries] of Object.entries(FIRST)) {
  const base = join(target, console_);
  const manifest = JSON.parse(readFileSync(join(base, ".vite/manifest.json"), "utf8"));
  const files = new Set(["index.html"]);
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) {
      return;
    }
    seen.add(key);
    const { file, css = [], imports = [] } = manifest[key];
    for (const each of [file, ...css]) {
      files.add(each);
    }
    imports.forEach(visit);
  };
  entries.forEach(visit);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(base, file))).length, 0);
  console.log(`consoles: first screen of ${console_}: ${Math.round(bytes / 1000)} kB gzip in ${files.size} files`);
  if (bytes > LIMIT_BYTES) {
    console.error(`consoles: that is more than ${LIMIT_BYTES / 1000} kB: load what it does not need lazily`);
    process.exit(1);
  }
}
