"""Visit every address that the guide links to, and print those that need a look: `make links`.

Lychee visits them; we tell which sources, figures and rules use an address. It is run by hand only: tests never need
the network.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from calculators.core import content, parameters

LYCHEE = Path(__file__).parent.parent / "build" / "links" / "bin" / "lychee"
_OPTIONS = ("--format", "json", "--no-progress", "-vv", "--host-concurrency", "1")
"""One request at a time to each host; different hosts are asked in parallel."""

_GONE = {404, 410}
_REFUSED = {401, 403, 405, 406, 429, 999}
"""Statuses that hosts give to programs although readers get the page: to check by hand, as the link may well work."""


class ReportError(ValueError):
    """A report of lychee that does not tell of every address: its version is not the one we know."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome for one address: `verdict` is ok, moved, refused, gone or failed."""

    url: str
    verdict: str
    detail: str = ""


def addresses() -> dict[str, list[str]]:
    """The ids of the sources, figures and rules that use an address, by address; `+` marks a source's other address."""
    users: dict[str, list[str]] = {}
    for source in content.sources():
        users.setdefault(source.url, []).append(source.id)
        if source.fallback_url:
            users.setdefault(source.fallback_url, []).append(f"{source.id}+")
    for figure in parameters.all_():
        for url in sorted({dated.url for dated in figure.values} - {""}):
            users.setdefault(url, []).append(figure.id)
    for rule in content.rules():
        if rule.url:
            users.setdefault(rule.url, []).append(rule.id)
    return users


def visit(urls: Sequence[str], *options: str, pause: str = "1s") -> list[Outcome]:
    """Visit addresses, with a pause between those of one host, and say what became of each, in the same order."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "links.html"
        page.write_text("\n".join(f'<a href="{escape(url)}">link</a>' for url in urls), "utf-8")
        command = [str(LYCHEE), *_OPTIONS, "--host-request-interval", pause, *options, str(page)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # 2: a dead link
    try:
        return outcomes(json.loads(done.stdout), urls)
    except json.JSONDecodeError as error:
        raise ReportError(done.stderr) from error


def outcomes(report: Mapping[str, Any], urls: Sequence[str]) -> list[Outcome]:
    """What a report of lychee says of each address, by the line on which it stands. Raises `ReportError` for a gap."""
    found: dict[int, Outcome] = {}
    for kind in ("success_map", "error_map", "timeout_map", "excluded_map"):
        for entry in (entry for entries in report[kind].values() for entry in entries):
            line = entry["span"]["line"]
            found[line] = _outcome(urls[line - 1], entry, reached=kind == "success_map")
    missing = [url for line, url in enumerate(urls, 1) if line not in found]
    if missing:
        raise ReportError(f"lychee says nothing of {', '.join(missing)}")
    return [found[line] for line in sorted(found)]


def table(results: Iterable[Outcome], users: Mapping[str, list[str]]) -> str:
    """A Markdown table of the addresses that need a look, the worst first, and a count of each verdict."""
    order = ("gone", "failed", "refused", "moved", "ok")
    ordered = sorted(results, key=lambda outcome: (order.index(outcome.verdict), outcome.url))
    rows = [
        f"| {outcome.verdict} | {', '.join(users.get(outcome.url, []))} | {outcome.url} | {outcome.detail} |"
        for outcome in ordered
        if outcome.verdict != "ok"
    ]
    verdicts = [outcome.verdict for outcome in ordered]
    counts = ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in order)
    return "\n".join(["| verdict | used by | address | detail |", "| --- | --- | --- | --- |", *rows, "", counts])


def _outcome(url: str, entry: Mapping[str, Any], *, reached: bool) -> Outcome:
    status = entry["status"]
    if reached:
        moves = entry.get("redirects", {}).get("redirects", [])
        return Outcome(url, "moved", moves[-1]["url"]) if moves else Outcome(url, "ok")
    code = status.get("code")
    verdict = "gone" if code in _GONE else "refused" if code in _REFUSED else "failed"
    return Outcome(url, verdict, status["text"])


def main() -> int:
    """Visit all addresses; exit with 1 when one is gone or failed."""
    users = addresses()
    results = visit(list(users))
    sys.stdout.write(f"{table(results, users)}\n")
    return int(any(outcome.verdict in {"gone", "failed"} for outcome in results))


if __name__ == "__main__":
    raise SystemExit(main())
