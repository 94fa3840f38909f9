"""Visits of a reader to a page: the first one with an empty profile, the next one after closing the browser."""

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from browser.bench.line import Line, Server
from browser.bench.processor import SlowProcessor

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
OURS, STOCK, BARE, MICRO = "ours", "stock Pyodide", "our runtime, bare page", "MicroPython"
PLAIN = "plain JavaScript"
PAGES = {OURS: "rekenhulp/budget/", STOCK: "stock/", BARE: "bare/", MICRO: "micro/", PLAIN: "plain/"}
QUICK, SLOW = "as is", "slow laptop"
KEYS = 24
STAY = 5  # seconds that a first visit lasts after its first answer

# Notes when the result that came with the page was drawn, edits a figure as soon as a reader could (our page keeps what
# is typed before its scripts are there; the others must listen first), and notes when the total that a reader sees has
# changed, and when the whole result has: a value for programs comes with all else.
EDIT = """
const total = () => document.querySelector('[data-result=totaal]');
let before;
let old;
const note = () => {
  if (!total()?.dataset.value) return;
  if (!old) requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now(); }));
  before ??= total().textContent;
  old ??= total().dataset.value;
  if (total().textContent !== before) window.firstAnswer ??= performance.now();
  if (total().dataset.value === old || window.whole) return;
  window.whole = performance.now();
  console.debug('answered');
};
new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
const edit = () => {
  const input = document.querySelector('[name=fte]');
  const keeps = document.querySelector('[data-rekenhulp]');
  const ready = input && (keeps ? window.drawn : document.documentElement.dataset.runtime);
  if (!ready) return setTimeout(edit, 5);
  window.edited = performance.now();
  input.focus();
  input.value = '70';
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
edit();"""
# As a person types: from two seconds after the first answer on, one key each 150 ms. Notes for each when the new total
# stood in the page, when it was drawn, and when all else stood there too.
TYPE = """async ({ count, after, pause }) => {
  const input = document.querySelector('[name=fte]');
  const total = () => document.querySelector('[data-result=totaal]');
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  }));
  const changed = (what) => {
    const before = what();
    return new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (what() === before) return;
        watch.disconnect();
        resolve(performance.now());
      });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  };
  const type = async (value) => {
    const start = performance.now();
    const [seen, whole] = [changed(() => total().textContent), changed(() => total().dataset.value)];
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const content = (await seen) - start;
    await drawn();
    const painted = performance.now() - start;
    return { content, painted, whole: (await whole) - start };
  };
  await wait(window.firstAnswer + after - performance.now());
  const times = [];
  for (let index = 0; index < count; index += 1) {
    const next = performance.now() + pause;
    times.push(await type(String(51 + (index % 40))));
    await wait(next - performance.now());
  }
  return times;
}"""
TYPING = {"count": KEYS, "after": 2000, "pause": 150}
STEPS = """() => ['files', 'engine', 'ready'].map((name) => {
  const [mark] = performance.getEntriesByName(name);
  return performance.timeOrigin + (mark?.startTime ?? NaN);
})"""
LOOP = "const from = performance.now(); let n = 0; for (let i = 0; i < 2e8; i++) n = (n * 31 + i) | 0;"
LEAVE = "(stay) => new Promise((resolve) => setTimeout(resolve, window.firstAnswer + stay - performance.now()))"
IN_PAGE = f"() => {{ {LOOP} return performance.now() - from; }}"
IN_WORKER = f"""() => new Promise((resolve) => {{
  const source = new Blob([`{LOOP} postMessage(performance.now() - from)`]);
  new Worker(URL.createObjectURL(source)).onmessage = ({{ data }}) => resolve(data);
}})"""


@dataclass(frozen=True, slots=True)
class Machine:
    """How slow a machine is: by how many `times` its processor, its line in `bits` a second (0: no limit), its `delay`.

    The delay of the line is in seconds.
    """

    times: float = 1
    bits: float = 0
    delay: float = 0


MACHINES = {QUICK: Machine(), SLOW: Machine(4, 10e6, 0.04)}


@dataclass(frozen=True, slots=True)
class Visit:
    """The figures of one visit: milliseconds since its navigation began, and bytes up to the first edited answer."""

    page: str
    machine: str
    warm: bool
    drawn: float | None
    """When the result was drawn; a browser that draws the page and its first edit at once does not tell."""
    answer: float
    whole: float
    """When all of the result had changed; `answer` is when the total that a reader sees had."""
    bytes: int
    keys: list[Mapping[str, float]]
    """For each key the milliseconds until the new total stood in the page, was drawn, and until all else came."""
    steps: dict[str, float]
    """When each step of our own start was done, in milliseconds since the navigation began."""


class Reader:
    """A reader with a slowed browser, and a folder for profiles."""

    def __init__(self, playwright: Playwright, folder: Path) -> None:
        """Prepare the slow processor; the browser starts anew for each visit."""
        self.playwright, self.folder = playwright, folder
        self.processor = SlowProcessor(folder)
        self.program = self.processor.launcher(which("chromium") or playwright.chromium.executable_path)

    @contextmanager
    def browser(self, profile: Path) -> Iterator[BrowserContext]:
        """Start a browser with a profile that stays."""
        context = self.playwright.chromium.launch_persistent_context(
            profile, executable_path=self.program, args=FLAGS, timeout=120_000
        )
        context.set_default_timeout(180_000)
        yield context
        context.close()

    def visit(self, server: Server, profile: Path, name: str, machine: str, *, warm: bool, types: bool) -> Visit:
        """Open a page, edit a figure and wait for the answer; then type on, or look on for a short while."""
        with self.browser(profile) as context:
            page = context.pages[0]
            page.add_init_script(EDIT)
            time.sleep(1.5)  # what the browser itself does when it starts is no part of any page
            server.line.bytes = 0
            with self.processor.slowed(MACHINES[machine].times):
                with page.expect_console_message(lambda message: message.text == "answered"):
                    page.goto(server.address + PAGES[name], wait_until="commit")
                size = server.line.bytes
                drawn, answer, whole = page.evaluate("[window.drawn, window.firstAnswer, window.whole]")
                steps = started(page) if name == OURS else {}
                keys: list[Mapping[str, float]] = page.evaluate(TYPE, TYPING) if types else []
                page.evaluate(LEAVE, STAY * 1000)
        return Visit(name, machine, warm, drawn, answer, whole, size, keys, steps)

    def calibrate(self, machine: str) -> dict[str, float]:
        """Milliseconds of one loop in a page and in a worker: the only proof that both are slowed."""
        with self.browser(self.folder / "calibration") as context, self.processor.slowed(MACHINES[machine].times):
            page = context.pages[0]
            page.evaluate(IN_PAGE)
            return {"page": round(page.evaluate(IN_PAGE)), "worker": round(page.evaluate(IN_WORKER))}

    def run(self, site: Path, program: str) -> Any:
        """What a Python program prints when stock Pyodide runs it, in a worker."""
        with Server(site, Line()) as server, self.browser(self.folder / "rates") as context:
            page = context.pages[0]
            with page.expect_worker() as started:
                page.goto(server.address + PAGES[STOCK])
            page.fill("[name=fte]", "70")
            page.wait_for_selector("[data-result=totaal_jaar_1]")
            return started.value.evaluate("(program) => pyodide.runPython(program)", program)

    def visits(self, site: Path, runs: int) -> Iterator[Visit]:
        """Every page on every machine, in turn, so that what disturbs the machine disturbs all."""
        for machine, slowness in MACHINES.items():
            with Server(site, Line(slowness.bits, slowness.delay)) as server:
                for run in range(runs):
                    for name in PAGES:
                        profile = self.folder / f"{machine}-{run}-{name}".replace(" ", "-")
                        kinds = [(profile, False, False), (profile, True, True)]
                        if name == OURS:  # work that a first visit postpones may slow down a reader who goes on typing
                            kinds.append((profile.with_suffix(".typed"), False, True))
                        for where, warm, types in kinds:
                            visit = self.visit(server, where, name, machine, warm=warm, types=types)
                            title = f"{run + 1}/{runs} {machine}, {name}, {'warm' if warm else 'cold'}"
                            print(f"{title}: {visit.answer:.0f} ms", file=sys.stderr)
                            yield visit


def started(page: Page) -> dict[str, float]:
    """When the figure was edited, and when the page's worker had its files, its engine, and Python."""
    origin, edited = page.evaluate("[performance.timeOrigin, window.edited]")
    worker = next(worker for worker in page.workers if "/runtime/" in worker.url)
    names = ("files unpacked", "engine made", "Python ready")
    times = worker.evaluate(STEPS)
    return {"figure edited": edited} | {name: at - origin for name, at in zip(names, times, strict=True)}
