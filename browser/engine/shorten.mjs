// Removes the dead code of a script and minifies the rest.
// Usage: node shorten.mjs SCRIPT
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";

const [script] = process.argv.slice(2);
const { code } = await minify(readFileSync(script, "utf-8"), { module: true, compress: { passes: 3 } });
writeFileSync(script, /** @type {string} */ (code));
