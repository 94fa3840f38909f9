// Makes one script of the worker's modules. Usage: node bundle.mjs ENTRY TARGET [BUILD]   (BUILD: JSON, see restore.js)

import { build } from "esbuild";

const [entry, target, known = "{}"] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  define: { "globalThis.BUILD": known },
  external: ["node:*", "ws"], // Pyodide's loader asks for these in Node only
  legalComments: "none",
  logLevel: "warning",
});
