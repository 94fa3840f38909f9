// The worker with the reader's Python. It is in the runtime's folder, beside the files that it loads, so that all are
// of one version. Python starts from the snapshot or, if that fails, in the ordinary way.
import "./kind.js"; // first: Pyodide asks as soon as it is read
import { stream } from "./fed.js";
import { startFull } from "./full.js";
import { serve } from "./protocol.js";
import { restore } from "./restore.js";

const base = new URL("./", import.meta.url).href;

async function start() {
  try {
    const started = await restore(base, stream(`${base}start.xz`), () => self.postMessage({ second: true }));
    performance.mark("ready");
    return { ...started, from: "snapshot" };
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) throw error; // the whole engine is no easier to compile
    console.info("Python starts in the ordinary way:", String(error));
    return { ...(await startFull(base)), from: "library" };
  }
}

serve(base, start());
