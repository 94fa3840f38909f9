"""Write the headers that a host must send with the site: `python -m deploy.headers site`, after the build.

The Content-Security-Policy allows each inline script of the theme by its hash, so that browsers run no other. A page
with inline code that a hash cannot allow is refused. `deploy/README.md` says which host needs which form.
"""

import argparse
import base64
import hashlib
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from deploy import hosts

IIS = Path(__file__).with_name("web.config")

_ORIGIN = re.compile(r"https?://(\*\.)?[\w.-]+(:\d+)?")
_DATA_TYPES = {"application/json", "application/ld+json", "text/template"}
_CHARSET = '<meta charset="utf-8">'
_REFERRER = '<meta name="referrer" content="same-origin">'
_OLD_META = re.compile(r'<meta (http-equiv="Content-Security-Policy"|name="referrer")[^>]*>')


class HeadersError(ValueError):
    """A page that no strict policy can allow."""


@dataclass(frozen=True, slots=True)
class InlineHashes:
    """The hashes of inline scripts and styles, in the notation of a policy."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def __or__(self, other: "InlineHashes") -> "InlineHashes":
        return InlineHashes(self.scripts | other.scripts, self.styles | other.styles)


class _Reader(HTMLParser):
    """Collects the texts of inline scripts and styles, and the code that no hash can allow."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, set[str]] = {"script": set(), "style": set()}
        self.refused: list[str] = []
        self._open = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "style" or name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.refused.append(f"<{tag} {name}>")
        given = dict(attrs)
        if tag in self.texts and "src" not in given and given.get("type") not in _DATA_TYPES:
            self._open, self._text = tag, []

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self.texts[tag].add("".join(self._text))
            self._open = ""


def hash_of(text: str) -> str:
    """The hash of an inline script or style, in the notation of a policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def inline(html: str) -> InlineHashes:
    """The hashes of a page. Raises `HeadersError` for event handlers, style attributes and `javascript:` addresses."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.refused:
        raise HeadersError(f"no strict policy allows {', '.join(reader.refused)}")
    return InlineHashes(_hashes(reader.texts["script"]), _hashes(reader.texts["style"]))


def _hashes(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(hash_of(text) for text in texts if text)


def inline_of(site: Path) -> InlineHashes:
    """The hashes of all pages together, for one policy that serves every page.

    Raises `HeadersError` as `inline` does, with the name of the page.
    """
    allowed = InlineHashes()
    for page in sorted(site.rglob("*.html")):
        try:
            allowed |= inline(page.read_text(encoding="utf-8"))
        except HeadersError as error:
            raise HeadersError(f"{page.relative_to(site)}: {error}") from error
    return allowed


def policy(allowed: InlineHashes) -> str:
    """The Content-Security-Policy without `frame-ancestors`, which only a header can set."""
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'", *sorted(allowed.scripts)],
        "worker-src": ["'self'"],
        "style-src": ["'self'", *sorted(allowed.styles)],
        "img-src": ["'self'", "data:"],  # the theme's icons are `data:` addresses in its styles
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'none'"],  # forms are read by scripts and never sent
        "base-uri": ["'self'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["default"],  # see partials/trusted.html of the theme
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def headers(allowed: InlineHashes, embed: Iterable[str] = ()) -> dict[str, str]:
    """The headers of every file; `embed` are the origins of other sites that may show a page in a frame.

    Raises `HeadersError` for text that is not an origin.
    """
    for origin in embed:
        if not _ORIGIN.fullmatch(origin):
            raise HeadersError(f"--embed {origin}: write an origin such as https://www.gemeente.be")
    frames = " ".join(["'self'", *embed])
    return {"Content-Security-Policy": f"{policy(allowed)}; frame-ancestors {frames}", **hosts.OTHERS}


def with_meta(html: str, content: str) -> str:
    """A page with the policy in a `meta` element, for hosts that cannot send our headers."""
    bare = _OLD_META.sub("", html)
    if _CHARSET not in bare:
        raise HeadersError(f"{_CHARSET} not found")
    tags = [f'<meta http-equiv="Content-Security-Policy" content="{content}">', _REFERRER]
    return bare.replace(_CHARSET, "".join([_CHARSET, *tags]), 1)


def write_meta(site: Path, content: str) -> None:
    """Put the policy into every page of the site."""
    for page in site.rglob("*.html"):
        page.write_text(with_meta(page.read_text(encoding="utf-8"), content), encoding="utf-8")


def drop_maps(site: Path) -> None:
    """Remove source maps, which only developers use."""
    for path in site.rglob("*.map"):
        path.unlink()


def write(
    site: Path,
    *,
    meta: bool = False,
    embed: Sequence[str] = (),
    nginx: Path | None = None,
    apache: Path | None = None,
    iis: Path | None = None,
) -> None:
    """Read the built pages and write `_headers`, and the files that `nginx`, `apache` and `iis` name.

    With `meta`, the policy goes into the pages themselves. Raises `HeadersError` for a page that no policy can allow.
    """
    allowed = inline_of(site)
    values = headers(allowed, embed)
    drop_maps(site)
    if meta:
        write_meta(site, policy(allowed))
    _write(site / "_headers", hosts.as_list(values, site))
    if nginx:
        _write(nginx, hosts.as_nginx(values))
    if apache:
        _write(apache, hosts.as_apache(values))
    if iis:
        _write(iis, hosts.as_iis(IIS.read_text(encoding="utf-8"), values, site))


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def main() -> None:
    """Write the headers that the command line asks for; stops with a message for a page that no policy can allow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="folder of the built site")
    parser.add_argument("--meta", action="store_true", help="put the policy into the pages themselves")
    parser.add_argument("--nginx", type=Path, metavar="FILE", help="write the headers for nginx to this file")
    parser.add_argument("--apache", type=Path, metavar="FILE", help="write the headers for Apache to this file")
    parser.add_argument("--iis", type=Path, metavar="FILE", help="write web.config for IIS to this file")
    parser.add_argument("--embed", nargs="*", default=[], metavar="ORIGIN", help="sites that may frame our pages")
    try:
        write(**vars(parser.parse_args()))
    except HeadersError as error:
        sys.exit(f"headers: {error}")


if __name__ == "__main__":
    main()
