// Bundles our scripts into one and our stylesheets into one, named after their contents, so that a browser that has
// them never asks again. It also bundles early.js, the inline script in the head of pages that calculate, and the worker
// that searches.
// Usage: node bundle.mjs

import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const assets = fileURLToPath(new URL("../docs/assets/", import.meta.url));
const target = `${assets}bundle/`;
const source = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** @type {import("esbuild").BuildOptions} */
const options = { bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "warning" };

rmSync(target, { recursive: true, force: true });
await build({ ...options, entryPoints: [source("worker/early.js")], outfile: `${target}early.js`, format: "iife" });
await build({
  ...options,
  entryPoints: [source("search/start.js")],
  outfile: `${assets}javascripts/workers/start.js`, // beside the theme's
  format: "iife",
});
await build({
  ...options,
  entryPoints: [
    { in: `${assets}js/app.js`, out: "app" },
    { in: `${assets}css/all.css`, out: "all" },
  ],
  outdir: target,
  entryNames: "[name].[hash].min",
  format: "esm",
  sourcemap: true, // tools/licences.py finds the packages in the bundle by it
  sourcesContent: false,
});
