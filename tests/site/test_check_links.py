"""What lychee tells of our addresses becomes a table with our ids: read from a report that it gave (version 0.24)."""

from typing import Any

import pytest

from calculators.core import content
from tools.check_links import Outcome, ReportError, addresses, outcomes, table

URLS = [
    "http://host/goed",
    "http://host/verhuisd",
    "http://host/weg",
    "http://host/nee",
    "http://host/stuk",
    "http://x/",
]
REPORT: dict[str, Any] = {
    "success_map": {
        "links.html": [
            {"url": URLS[0], "status": {"text": "200 OK", "code": 200}, "span": {"line": 1, "column": 10}},
            {
                "url": URLS[1],
                "status": {"text": "200 OK", "code": 200},
                "redirects": {"origin": URLS[1], "redirects": [{"url": "http://host/goed", "code": 301}]},
                "span": {"line": 2, "column": 10},
            },
        ]
    },
    "error_map": {
        "links.html": [
            {"url": URLS[2], "status": {"text": "404 Not Found", "code": 404}, "span": {"line": 3, "column": 10}},
            {"url": URLS[4], "status": {"text": "500 Server Error", "code": 500}, "span": {"line": 5, "column": 10}},
            {"url": URLS[3], "status": {"text": "403 Forbidden", "code": 403}, "span": {"line": 4, "column": 10}},
        ]
    },
    "timeout_map": {
        "links.html": [{"url": URLS[5], "status": {"text": "Timeout"}, "span": {"line": 6, "column": 10}}],
    },
    "excluded_map": {},
}


def test_each_address_has_its_verdict_in_the_order_asked() -> None:
    found = outcomes(REPORT, URLS)
    assert [one.url for one in found] == URLS
    assert [one.verdict for one in found] == ["ok", "moved", "gone", "refused", "failed", "failed"]
    assert found[1].detail == "http://host/goed"
    assert found[2].detail == "404 Not Found"


def test_an_address_that_lychee_writes_otherwise_is_known_by_its_line() -> None:
    entry = {"url": "http://host/%C3%A9", "status": {"text": "200 OK", "code": 200}, "span": {"line": 1, "column": 1}}
    report = {**REPORT, "success_map": {"links.html": [entry]}, "error_map": {}, "timeout_map": {}}
    assert outcomes(report, ["http://host/é"]) == [Outcome("http://host/é", "ok")]


def test_a_report_that_leaves_out_an_address_is_refused() -> None:
    with pytest.raises(ReportError, match="http://vergeten/"):
        outcomes(REPORT, [*URLS, "http://vergeten/"])


def test_the_table_shows_what_needs_a_look() -> None:
    found = [Outcome("http://a/", "ok"), Outcome("http://b/", "gone", "404 Not Found")]
    text = table(found, {"http://b/": ["een-bron"]})
    assert "| gone | een-bron | http://b/ | 404 Not Found |" in text
    assert "http://a/" not in text
    assert text.endswith("1 gone, 0 failed, 0 refused, 0 moved, 1 ok")


def test_every_source_way_out_and_rule_is_tried() -> None:
    known = addresses()
    for source in content.sources():
        assert source.id in known[source.url]
        assert not source.fallback_url or f"{source.id}+" in known[source.fallback_url]
    for rule in content.rules():
        assert not rule.url or rule.id in known[rule.url]
