"""Change a random part of the calculations, one change at a time, and tell how many of them a test notices.

    python -m tools.mutation 400 --seed 7

All changes, `make mutation`, take half a day on two cores. Of 400 drawn from them the share that is noticed lies within
some three percent of that of all: enough to compare with a bar, and few enough to look at each that is left over.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random
from statistics import NormalDist

CHANGES = Path("mutants")
FEW = "calculators.budget.invoice*"
"""mutmut writes all changes before it tries the first: these are quickly tried."""
NOTICED = frozenset({"killed", "timeout"})
"""A test failed, or did not end: nearly always a loop that the change made endless."""


def main() -> None:
    """Draw, try, and tell the score and what no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int, help="how many changes to try")
    parser.add_argument("--seed", type=int, default=1, help="of the draw: the same changes for the same code")
    asked = parser.parse_args()
    _mutmut("run", FEW)
    drawn = draw(_names(), asked.size, asked.seed)
    _mutmut("run", *drawn)
    sys.stdout.write(report(outcomes(_mutmut("results", "--all", "true"), drawn)))


def draw(names: Iterable[str], size: int, seed: int) -> list[str]:
    """Some of the changes, each as likely as the other."""
    return Random(seed).sample(sorted(names), size)  # noqa: S311


def outcomes(results: str, drawn: Iterable[str]) -> dict[str, str]:
    """What came of each change that was drawn, from lines such as `calculators.chooser.x_rank__mutmut_3: killed`."""
    lines = (line.strip().rpartition(": ") for line in results.splitlines())
    of_all = {name: outcome for name, _, outcome in lines}
    return {name: of_all[name] for name in drawn}


def interval(noticed: int, tried: int) -> tuple[float, float]:
    """Between which shares that of all changes lies, with 95 % certainty (Wilson's score interval)."""
    z = NormalDist().inv_cdf(0.975)
    share, spread = noticed / tried, z**2 / tried
    middle = share + spread / 2
    margin = z * (share * (1 - share) / tried + spread / (4 * tried)) ** 0.5
    return (middle - margin) / (1 + spread), (middle + margin) / (1 + spread)


def report(outcome_of: dict[str, str]) -> str:
    """The score with its interval, each outcome counted, and the changes that no test noticed."""
    counts = Counter(outcome_of.values())
    left = sorted(name for name, outcome in outcome_of.items() if outcome not in NOTICED)
    tried = len(outcome_of)
    low, high = interval(tried - len(left), tried)
    score = (tried - len(left)) / tried
    head = f"{score:.1%} of {tried} changes were noticed (95 % interval: {low:.1%} to {high:.1%}). {dict(counts)}"
    return "".join(f"{line}\n" for line in (head, *left))


def _names() -> list[str]:
    records = (json.loads(path.read_text("utf-8")) for path in CHANGES.rglob("*.meta"))
    return [name for record in records for name in record["exit_code_by_key"]]


def _mutmut(*arguments: str) -> str:
    program = Path(sys.executable).with_name("mutmut")
    return subprocess.run([program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
