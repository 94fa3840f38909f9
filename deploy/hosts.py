"""The headers, media types and caching that every host needs, and how to write them for each kind of host.

Tests compare the configurations in `deploy/` with these lists, and `deploy.headers` writes from them.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

FOREVER = "public, max-age=31536000, immutable"
"""For files whose address changes with their contents."""

ANEW = "no-cache"
"""For all other files: browsers ask for them each time, and mostly get the answer that nothing changed."""

CHANGES_ADDRESS = re.compile(r"^assets/(runtime/[0-9a-f]{16}/.|.*\.[0-9A-Za-z]{8}\.min\.(js|css)$)")
"""The paths, from the site's root, of files whose address changes with their contents."""

OVER_TLS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
"""Only where the host itself speaks https; browsers ignore it elsewhere."""

OTHERS = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""Headers of every answer, beside the Content-Security-Policy of the build."""

TYPES = {
    ".bin": "application/octet-stream",
    ".css": "text/css",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".whl": "application/octet-stream",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "text/xml",
    ".xz": "application/octet-stream",
    ".zip": "application/zip",
}
"""The media type of every kind of file in the site. Browsers refuse a script or an engine with another type."""

HIDDEN_ENDS = (".br", ".gz", ".map")
HIDDEN_NAMES = ("_headers", ".htaccess", "web.config")
"""Files in the site's folder that are for the host or for developers, and must not be sent."""

_POLICY = "Content-Security-Policy"
_IIS_POLICY = "POLICY"
_IIS_FOREVER = "  <!-- FOREVER -->\n"


def kept_for_ever(site: Path) -> list[str]:
    """The paths, from the site's root, of files that browsers may keep for good; the runtime's folder is one path."""
    runtime = [f"{path.relative_to(site).as_posix()}/" for path in sorted(site.glob("assets/runtime/*/"))]
    places = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.min.*"))
    return [*runtime, *(place for place in places if CHANGES_ADDRESS.search(place))]


def as_nginx(values: Mapping[str, str]) -> str:
    """The headers as lines for nginx."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in values.items())


def as_apache(values: Mapping[str, str]) -> str:
    """The headers as lines for Apache."""
    return "".join(f'Header always set {name} "{value}"\n' for name, value in values.items())


def as_list(values: Mapping[str, str], site: Path) -> str:
    """The headers as a `_headers` file, which several hosts of static sites read."""
    blocks = [_rule("/*", {**values, **OVER_TLS})]
    for place in kept_for_ever(site):
        pattern = f"/{place}*" if place.endswith("/") else f"/{place}"
        blocks.append(_rule(pattern, {"Cache-Control": FOREVER}))
    return "\n".join(blocks)


def _rule(pattern: str, values: Mapping[str, str]) -> str:
    lines = [f"  {name}: {value}" for name, value in values.items()]
    return "\n".join([pattern, *lines, ""])


def as_iis(template: str, values: Mapping[str, str], site: Path) -> str:
    """`deploy/web.config` with the policy of this build and the caching of its files.

    Raises `ValueError` if the template lacks a marker.
    """
    for marker in (f'"{_IIS_POLICY}"', _IIS_FOREVER):
        if marker not in template:
            raise ValueError(f"deploy/web.config: {marker} not found")
    with_policy = template.replace(f'"{_IIS_POLICY}"', quoteattr(values[_POLICY]))
    return with_policy.replace(_IIS_FOREVER, "".join(map(_iis_place, kept_for_ever(site))))


def _iis_place(place: str) -> str:
    cache = f'<remove name="Cache-Control" /><add name="Cache-Control" value="{FOREVER}" />'
    inner = f"<httpProtocol><customHeaders>{cache}</customHeaders></httpProtocol>"
    return f"  <location path={quoteattr(place.rstrip('/'))}><system.webServer>{inner}</system.webServer></location>\n"
