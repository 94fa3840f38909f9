// Leaves out of a module whatever nothing leads to, and writes the rest as short as it goes.
// Usage: node shorten.mjs SCRIPT
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";

const [script] = process.argv.slice(2);
const { code } = await minify(readFileSync(script, "utf-8"), { module: true, compress: { passes: 3 } });
writeFileSync(script, /** @type {string} */ (code));
