// Trims and byte-compiles the library and the wheels, in Pyodide's own Python. The work itself is in trim.py.
// Usage: node compile.mjs SITE_PACKAGES WORK   (WORK: python_stdlib.zip, wheels/*.whl and wheels/pyodide-lock.json)

import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";
import "../short_errors.mjs";

const [site, work] = process.argv.slice(2);
const pyodide = await loadPyodide({
  stdLibURL: `${work}/python_stdlib.zip`,
  lockFileURL: `${work}/wheels/pyodide-lock.json`,
  env: {
    PYTHONDONTWRITEBYTECODE: "1", // the mounted packages belong to another Python
    PYTHONNODEBUGRANGES: "1", // lines in tracebacks suffice,
    PYTHONOPTIMIZE: "2", // and readers need no docstrings
    SOURCE_DATE_EPOCH: "315619200", // same input, same bytes: no times in zip entries or byte-code headers
  },
});
const { packages } = /** @type {import("pyodide").Lockfile} */ (pyodide.lockfile);
await pyodide.loadPackage(Object.keys(packages), { messageCallback: () => undefined });
pyodide.mountNodeFS("/inside/browser", fileURLToPath(new URL("..", import.meta.url)));
pyodide.mountNodeFS("/site", site);
pyodide.mountNodeFS("/build", work);
pyodide.globals.set("packages", pyodide.toPy(Object.values(packages).flatMap((entry) => entry.imports)));
pyodide.runPython(`
import sys
from pathlib import Path
sys.path.append("/inside")
from browser.stdlib import trim
trim.trim(Path("/build/python_stdlib.zip"), packages)
sys.path.append("/site") # only now: what the build tool imports, readers do not need
trim.compile_archives(Path("/build/python_stdlib.zip"), Path("/build/wheels"))
`);
