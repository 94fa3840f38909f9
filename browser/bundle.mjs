// Makes one small script and one small stylesheet of the pages' own, named after their contents: a page asks for two
// files instead of fourteen, and a browser that has them never asks again. And a script for the head of pages that
// calculate, which stands in the page itself. Usage: node bundle.mjs

import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const assets = fileURLToPath(new URL("../docs/assets/", import.meta.url));
const target = `${assets}bundle/`;
const worker = (/** @type {string} */ name) => fileURLToPath(new URL(`worker/${name}`, import.meta.url));

/** @type {import("esbuild").BuildOptions} */
const options = { bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "warning" };

rmSync(target, { recursive: true, force: true });
await build({ ...options, entryPoints: [worker("early.js")], outfile: `${target}early.js`, format: "iife" });
await build({
  ...options,
  entryPoints: [
    { in: `${assets}js/app.js`, out: "app" },
    { in: `${assets}css/all.css`, out: "all" },
  ],
  outdir: target,
  entryNames: "[name].[hash].min",
  format: "esm",
  sourcemap: true, // tells the page of licences which packages are in it
  sourcesContent: false,
});
