"""IIS can't be started here: its file is compared with the list that all hosts follow. So is what `_headers` says."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment, FileSystemLoader

from deploy import headers, hosts
from tests.deploy.hosts import ROOT

TEMPLATE = headers.IIS.read_text(encoding="utf-8")
SECURITY = ".well-known/security.txt"


def pairs(text: str, path: str, name: str, value: str) -> dict[str | None, str | None]:
    """Attributes of elements of a configuration."""
    root = ET.fromstring(text)  # our own file
    return {one.get(name): one.get(value) for one in root.iterfind(path)}


def test_iis_sends_the_headers_of_this_build(ready_site: Path) -> None:
    written = (ready_site / "web.config").read_text("utf-8")
    sent = pairs(written, "./system.webServer/httpProtocol/customHeaders/add", "name", "value")
    right = headers.headers(headers.inline_of(ready_site))
    assert sent == right | hosts.OVER_TLS | {"Cache-Control": hosts.ANEW}
    assert "trusted-types default" in str(sent["Content-Security-Policy"])
    places = set(pairs(written, "./location", "path", "path"))
    assert places == {place.rstrip("/") for place in hosts.kept_for_ever(ready_site)}
    inner = "./location/system.webServer/httpProtocol/customHeaders/add"
    assert pairs(written, inner, "name", "value") == {"Cache-Control": hosts.FOREVER}


def test_iis_knows_every_type_and_hides_what_is_no_ones_business() -> None:
    types = pairs(TEMPLATE, ".//staticContent/mimeMap", "fileExtension", "mimeType")
    assert types == hosts.TYPES
    ends = pairs(TEMPLATE, ".//fileExtensions/add", "fileExtension", "allowed")
    assert ends == dict.fromkeys(hosts.HIDDEN_ENDS, "false")
    segments = set(pairs(TEMPLATE, ".//hiddenSegments/add", "segment", "segment"))
    assert segments | {"web.config"} == set(hosts.HIDDEN_NAMES), "IIS itself hides its file"
    assert pairs(TEMPLATE, ".//directoryBrowse", "enabled", "enabled") == {"false": "false"}


def test_a_file_for_iis_that_lost_its_markers_is_refused(ready_site: Path) -> None:
    for marker in ('"POLICY"', "<!-- FOREVER -->"):
        with pytest.raises(ValueError, match=marker):
            hosts.as_iis(TEMPLATE.replace(marker, ""), {"Content-Security-Policy": ""}, ready_site)


def test_list_of_headers_for_other_hosts(ready_site: Path) -> None:
    rules = (ready_site / "_headers").read_text("utf-8").split("\n\n")
    first, *rest = ({line.strip() for line in rule.splitlines()} for rule in rules)
    assert {f"{name}: {value}" for name, value in (hosts.OTHERS | hosts.OVER_TLS).items()} <= first
    assert len(rest) == len(hosts.kept_for_ever(ready_site)) >= 6
    assert all(f"Cache-Control: {hosts.FOREVER}" in rule for rule in rest)


def test_whom_to_tell_of_a_hole_comes_from_the_settings_and_not_from_the_clock(built_site: Path) -> None:
    """Without an address there is no file: it must name somebody."""
    jinja = Environment(loader=FileSystemLoader(ROOT / "macros/theme"), autoescape=False)  # plain text
    assert not (built_site / SECURITY).exists()
    extra = {"contact": {"mail": "wacht@gemeente.example"}, "security_expires": "2027-11-01T00:00:00Z"}
    text = jinja.get_template(SECURITY).render(config={"extra": extra, "site_url": "https://gids.example/"})
    for line in (
        "Contact: mailto:wacht@gemeente.example",
        "Expires: 2027-11-01T00:00:00Z",
        "Canonical: https://gids.example/.well-known/security.txt",
    ):
        assert line in text.splitlines()
