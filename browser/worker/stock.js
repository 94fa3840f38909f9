// The reader's own Python, with Pyodide as it comes: see RUNTIME=stock in the Makefile.
import "./kind.js"; // first: Pyodide asks as soon as it is read
import { startFull } from "./full.js";
import { serve } from "./protocol.js";

const base = new URL("./", import.meta.url).href;

serve(
  base,
  startFull(base).then((started) => ({ ...started, from: "library" })),
);
