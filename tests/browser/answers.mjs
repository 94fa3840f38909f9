// Answers requests with the calculators in Pyodide's own Python: JSON lines in, JSON lines out.
// Usage: node answers.mjs FOLDER_OF_THE_PROJECT < requests > answers
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { loadPyodide } from "pyodide";

const pyodide = await loadPyodide();
pyodide.FS.mkdirTree("/project");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: process.argv[2] }, "/project");
pyodide.runPython("import sys; sys.dont_write_bytecode = True; sys.path.insert(0, '/project')");
pyodide.runPython("from calculators.service import handle");
const handle = pyodide.globals.get("handle");
for await (const line of createInterface({ input: stdin })) stdout.write(`${handle(line)}\n`);
