"""Request every address that the guide links to, and print those that need a look: `python -m tools.check_links`.

It makes one request at a time to each host, with a pause in between; different hosts are asked in parallel. It is run
by hand only: tests never need the network.
"""

import sys
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from calculators.core import content, parameters

_AGENT = "verbindingsambassadeur-gids (link check)"
_REFUSED = {401, 403, 405, 406, 429, 999}
"""Statuses that hosts give to programs although readers get the page: to check by hand, as the link may well work."""


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


def check(url: str, timeout: float = 20) -> Outcome:
    """Request one address: with HEAD, and with GET if that fails, as some hosts refuse HEAD."""
    outcome = _ask("HEAD", url, timeout)
    return outcome if outcome.verdict in {"ok", "moved"} else _ask("GET", url, timeout)


def check_all(urls: Iterable[str], pause: float = 1, timeout: float = 20) -> list[Outcome]:
    """Request every address; those of one host one after the other."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)

    def one_host(host: str) -> list[Outcome]:
        outcomes = []
        for place, url in enumerate(hosts[host]):
            time.sleep(pause if place else 0)
            outcomes.append(check(url, timeout))
        return outcomes

    with ThreadPoolExecutor(max_workers=12) as pool:
        return [outcome for outcomes in pool.map(one_host, hosts) for outcome in outcomes]


def table(outcomes: Iterable[Outcome], users: Mapping[str, list[str]]) -> str:
    """A Markdown table of the addresses that need a look, the worst first, and a count of each verdict."""
    order = ("gone", "failed", "refused", "moved", "ok")
    ordered = sorted(outcomes, key=lambda outcome: (order.index(outcome.verdict), outcome.url))
    rows = [
        f"| {outcome.verdict} | {', '.join(users.get(outcome.url, []))} | {outcome.url} | {outcome.detail} |"
        for outcome in ordered
        if outcome.verdict != "ok"
    ]
    verdicts = [outcome.verdict for outcome in ordered]
    counts = ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in order)
    return "\n".join(["| verdict | used by | address | detail |", "| --- | --- | --- | --- |", *rows, "", counts])


def _ask(method: str, url: str, timeout: float) -> Outcome:
    if urlsplit(url).scheme not in {"http", "https"}:
        return Outcome(url, "failed", "no web address")
    request = Request(url, method=method, headers={"User-Agent": _AGENT, "Accept": "*/*"})  # noqa: S310
    try:
        with urlopen(request, timeout=timeout) as reply:  # noqa: S310
            return Outcome(url, "ok") if reply.url == url else Outcome(url, "moved", reply.url)
    except HTTPError as error:
        with error:
            return Outcome(url, _verdict(error.code), f"{error.code} {error.reason}")
    except (URLError, OSError, ValueError) as error:
        return Outcome(url, "failed", str(getattr(error, "reason", error)))


def _verdict(status: int) -> str:
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        return "gone"
    return "refused" if status in _REFUSED else "failed"


def main() -> int:
    """Check all addresses; exit with 1 when one is gone or failed."""
    users = addresses()
    outcomes = check_all(users)
    sys.stdout.write(f"{table(outcomes, users)}\n")
    return int(any(outcome.verdict in {"gone", "failed"} for outcome in outcomes))


if __name__ == "__main__":
    raise SystemExit(main())
