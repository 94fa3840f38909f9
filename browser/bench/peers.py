"""Pages to compare ours with: bare ones with stock Pyodide, our runtime, MicroPython, and in plain JavaScript."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from browser import wheels

MICROPYTHON = Path(__file__).parent / "node_modules" / "@micropython" / "micropython-webassembly-pyscript"
"""The engine that PyScript offers beside Pyodide: the lower limit of Python in a page."""

FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")

PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>{title}</title><link rel="icon" href="data:,">
<form><label>VTE <input name="fte" value="80"></label></form>
<div id="out"><b data-result="totaal" data-value="0">0</b></div><script type="module">{script}</script></html>
"""

STOCK_PAGE = """
const worker = new Worker("worker.js", { type: "module" });
const input = document.querySelector("input");
worker.onmessage = ({ data }) => { document.querySelector("#out").innerHTML = JSON.parse(data).html; };
input.oninput = () => worker.postMessage(JSON.stringify(
  { action: "evaluate", calculator: "budget", values: { fte: input.value } }));
document.documentElement.dataset.runtime = "idle";
"""

# As the manual has it: load Pyodide, load the package, call a function.
STOCK_WORKER = """
import { loadPyodide } from "./pyodide.mjs";
async function start() {
  const pyodide = self.pyodide = await loadPyodide();
  await pyodide.loadPackage(new URL("WHEEL", import.meta.url).href);
  return pyodide.runPython("from calculators.service import handle; handle");
}
const ready = start();
self.onmessage = async ({ data }) => self.postMessage((await ready)(data));
"""

OUR_PAGE = """
const worker = new Worker("../assets/runtime/WORKER", { type: "module" });
const input = document.querySelector("input");
worker.onmessage = ({ data }) => {
  if (!data.reply) return;
  document.querySelector("#out").innerHTML = JSON.parse(data.reply).html;
  if (data.id === 1) worker.postMessage({ keep: true }); // for the next visit, as our pages do
};
let id = 0;
input.oninput = () => worker.postMessage({ id: ++id, needs: [], request: JSON.stringify(
  { action: "evaluate", calculator: "budget", values: { fte: input.value } }) });
document.documentElement.dataset.runtime = "idle";
"""

PLAIN_PAGE = """
const input = document.querySelector("input");
const perYear = (cost, rate) => [0, 1, 2].reduce((sum, year) => sum + cost * (1 + rate) ** year, 0);
input.oninput = () => {
  const shown = (perYear(61400 * Number(input.value) / 100, 0.02) + perYear(9000, 0.02)).toFixed(2);
  document.querySelector("#out").innerHTML = `<b data-result="totaal" data-value="${shown}">${shown}</b>`;
};
document.documentElement.dataset.runtime = "idle";
"""

# As PyScript uses it; a sum of the size of the one in plain JavaScript, as our package needs the library of CPython.
MICRO_PAGE = """
import { loadMicroPython } from "./micropython.mjs";
const input = document.querySelector("input");
async function start() {
  const python = await loadMicroPython({ url: new URL("./micropython.wasm", import.meta.url).href });
  python.runPython(`
def per_year(cost, rate):
    return sum(cost * (1 + rate) ** year for year in range(3))
def total(fte):
    return "%.2f" % (per_year(61400 * fte / 100, 0.02) + per_year(9000, 0.02))
`);
  return python.globals.get("total");
}
const ready = start();
input.oninput = async () => {
  const shown = (await ready)(Number(input.value));
  document.querySelector("#out").innerHTML = `<b data-result="totaal" data-value="${shown}">${shown}</b>`;
};
document.documentElement.dataset.runtime = "idle";
"""


def write(site: Path, project: Path, stock: Path) -> None:
    """Put these pages into a built site."""
    folder = site / "stock"
    folder.mkdir()
    for name in FILES:
        shutil.copy(stock / name, folder)
    with TemporaryDirectory() as temporary:
        wheel = wheels.build_wheel(project, Path(temporary))
        shutil.copy(wheel, folder)
    (folder / "worker.js").write_text(STOCK_WORKER.replace("WHEEL", wheel.name))
    (folder / "index.html").write_text(PAGE.format(title="Stock Pyodide", script=STOCK_PAGE))
    runtime = json.loads((site / "assets" / "runtime" / "manifest.json").read_text())["path"]
    ours = OUR_PAGE.replace("WORKER", f"{runtime}worker.js")
    for name, script in {"plain": PLAIN_PAGE, "micro": MICRO_PAGE, "bare": ours}.items():
        (site / name).mkdir()
        (site / name / "index.html").write_text(PAGE.format(title=name, script=script))
    for name in ("micropython.mjs", "micropython.wasm"):
        shutil.copy(MICROPYTHON / name, site / "micro")
