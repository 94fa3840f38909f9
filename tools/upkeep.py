"""The yearly check of figures, one by one: `make upkeep`, or `python -m tools.upkeep`.

For each figure that is due it shows the value of today, opens the source, and asks what that says now. The answer goes
into the file of the figure, as the recipe in CONTRIBUTING.md says. Then it shows which totals move, and runs the cases
that HR people can read.
"""

import json
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from calculators.calculator import CALCULATORS
from calculators.core import numbers, parameters
from calculators.core.parameters import Parameter
from calculators.core.periods import format_date, parse_date
from calculators.examples import EXAMPLES
from calculators.render.values import machine
from tools import figure_file
from tools.due import due

ROOT = Path(__file__).resolve().parents[1]
FIGURES = Path("calculators/core/parameters")
SOON = timedelta(days=60)
"""What is due within this time is asked about too, so that one round does."""
CASES = ("tests/unit/test_budget.py", "tests/unit/test_duration.py", "tests/unit/test_trajectories.py")

type Totals = Mapping[str, Mapping[str, str]]
"""The totals of each calculator and each worked example, by their names."""


@dataclass(frozen=True, slots=True)
class Talk:
    """How the command speaks with the maintainer: it asks, tells, and opens an address."""

    ask: Callable[[str], str]
    tell: Callable[[str], object]
    open: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Found:
    """What the maintainer read at a source: the value and its first day, or none where nothing changed."""

    value: str = ""
    valid_from: date | None = None


class Stopped(Exception):  # no error
    """The maintainer who runs the command stops for today."""


def to_check(folder: Path, today: date) -> list[tuple[Path, Parameter]]:
    """Every figure whose check lapses soon, with its file: those of one source together, the oldest check first."""
    read = [
        (path, figure)
        for path in sorted(folder.glob("*.toml"))
        for figure in parameters.read(path.name, path.read_text("utf-8"))
    ]
    late = [(path, figure) for path, figure in read if due(figure.checked_on) <= today + SOON]
    first: dict[str, date] = {}
    for _, figure in late:
        first[figure.url] = min(figure.checked_on, first.get(figure.url, figure.checked_on))
    return sorted(late, key=lambda row: (first[row[1].url], row[1].url))


def round_of_checks(root: Path, today: date, talk: Talk) -> int:
    """Ask about each figure that is due, and write the answers; gives how many were checked."""
    rows = to_check(root / FIGURES, today)
    talk.tell(f"Aan een nieuwe controle toe op {format_date(today)}: {len(rows)} cijfers.")
    opened, done = "", 0
    for number, (path, figure) in enumerate(rows, start=1):
        if figure.url and figure.url != opened:
            opened = figure.url
            talk.open(opened)
        try:
            found = asked(f"[{number}/{len(rows)}]", figure, talk)
        except Stopped:
            break
        if found is not None:
            done += written(path, figure, found, today, talk)
    return done


def asked(place: str, figure: Parameter, talk: Talk) -> Found | None:
    """What the source says now; none to look later. Raises `Stopped`."""
    now = figure.current
    since = "" if now.undated else f", geldig vanaf {format_date(now.valid_from)}"
    talk.tell(f"\n{place} {figure.label}: {shown(figure)}{since}\n  {figure.source} {figure.url}\n  {figure.note}")
    while True:
        text = talk.ask("Wat staat er nu? (Enter: hetzelfde, l: later, q: stop) ").strip()
        if text == "q":
            raise Stopped
        if text in ("", "l"):
            return None if text else Found()
        try:
            given = numbers.parse(text)
            return Found(f"{given:f}", parse_date(talk.ask("Vanaf welke dag geldt dat? ")))
        except ValueError:
            talk.tell("Schrijf een getal zoals 2,208 en een dag zoals 1-1-2027.")


def shown(figure: Parameter) -> str:
    """The value of today with its unit."""
    value = figure.current.value
    return f"{numbers.format_exact(value) if figure.unit.is_quantity else value} {figure.unit}"


def written(path: Path, figure: Parameter, found: Found, today: date, talk: Talk) -> bool:
    """Write what was found, if the strict reader takes it; gives whether it did."""
    text = path.read_text("utf-8")
    if found.valid_from:
        text = figure_file.with_value(text, figure.id, found.value, found.valid_from, today)
    text = figure_file.checked(text, figure.id, today)
    try:
        parameters.read(path.name, text)
    except parameters.ParameterError as error:
        talk.tell(f"Niet bewaard: {error}")
        return False
    path.write_text(text, "utf-8")
    return True


def totals() -> Totals:
    """The totals of each calculator by its defaults, and of each worked example, as a page would show them."""
    asked_for = {name: (name, dict[str, str]()) for name in CALCULATORS}
    for example in EXAMPLES:
        values = {name: value for name, value in example.values.items() if not value.startswith("=")}
        asked_for[f"{example.calculator}, {example.name}"] = (example.calculator, values)
    return {title: _totals(name, values) for title, (name, values) in asked_for.items()}


def _totals(name: str, values: Mapping[str, str]) -> Mapping[str, str]:
    calculator = CALCULATORS[name]
    return {key: machine(value) for key, value in calculator.evaluate(calculator.read(values)).totals.items()}


def moved(before: Totals, after: Totals) -> Iterator[str]:
    """A line for each total that is not what it was."""
    for title, was in before.items():
        now = after.get(title, {})
        for key in dict.fromkeys((*was, *now)):
            if was.get(key) != now.get(key):
                yield f"{title}: {key} was {was.get(key, '–')}, wordt {now.get(key, '–')}"


def totals_of(root: Path) -> Totals:
    """The totals by the figures in a copy of the project, as they are on its disk now."""
    call = [sys.executable, "-m", "tools.upkeep", "--totals"]
    done = subprocess.run(call, cwd=root, capture_output=True, text=True, check=True)  # noqa: S603
    found: Totals = json.loads(done.stdout)
    return found


def run_cases(root: Path) -> int:
    """Run the tests with cases that HR people can read, and name those that fail; gives the exit status of pytest."""
    call = [sys.executable, "-m", "pytest", "--quiet", "--tb=no", *CASES]
    return subprocess.run(call, cwd=root, check=False).returncode  # noqa: S603


def upkeep(root: Path, today: date, talk: Talk, cases: Callable[[Path], int] = run_cases) -> int:
    """Do one round; gives the exit status: that of the cases."""
    before = totals_of(root)
    done = round_of_checks(root, today, talk)
    talk.tell(f"\n{done} cijfers nagekeken.")
    if not done:
        return 0
    lines = list(moved(before, totals_of(root)))
    talk.tell("\n".join(lines) if lines else "Geen enkel totaal verandert.")
    talk.tell(
        "De gevallen worden nagerekend. Klopt er een niet meer, kijk dan of het verschil komt van het nieuwe cijfer.\n"
        f"Alles over een geval: .venv/bin/python -m pytest {CASES[0]}"
    )
    return cases(root)


def main(words: Iterable[str]) -> int:
    """Do what the command line says: `--totals` only writes the totals."""
    if "--totals" in words:
        sys.stdout.write(json.dumps(totals()))
        return 0
    talk = Talk(input, lambda text: sys.stdout.write(f"{text}\n"), webbrowser.open)
    return upkeep(ROOT, datetime.now(UTC).date(), talk)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
