"""What macros know of the site: the page being written, links from it, and the configuration."""

import functools
import json
import os
import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markdown.extensions import Extension
from markupsafe import escape

from macros import own

_BUNDLED = {".css", ".js"}


class Site:
    """The site as macros see it. `env` is that of mkdocs-macros, or the similar one of Zensical."""

    def __init__(self, env: Any) -> None:
        self._env = env
        self._jinja = Environment(undefined=StrictUndefined)  # noqa: S701  # it renders Markdown, so nothing is to be escaped

    @property
    def page_url(self) -> str:
        """The address of the page being written, relative to the site: `rekenhulp/budget/`."""
        return str(self._env.page.url)

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter of the page being written."""
        return dict(self._env.page.meta)

    @property
    def contact(self) -> tuple[str, str]:
        """Name and mail address of the organisation that publishes the site; empty until a host fills them in."""
        given = self._env.conf["extra"]["contact"]
        return str(given["naam"] or ""), str(given["mail"] or "")

    @property
    def address(self) -> str:
        """The address of the whole site, with a slash at its end."""
        return f"{str(self._env.conf['site_url']).rstrip('/')}/"

    @property
    def docs(self) -> Path:
        """The folder `docs/`, with the pages in Markdown."""
        return Path(self._env.conf["docs_dir"])

    @property
    def is_print_page(self) -> bool:
        """Whether the page being written is the one that repeats the whole guide."""
        return self.page_url == "afdrukken/"

    def url(self, target: str) -> str:
        """A link in the page being written to an address of the site, such as `../rekenhulp/budget/`.

        Zensical takes links for those of the Markdown file, and adds a `../` for the folder that the page becomes.
        """
        here = self.page_url.removesuffix("/")
        return _link(posixpath.dirname(here) if self._by_zensical else here, target)

    def has(self, page: str) -> bool:
        """Whether the guide has this page: another guide may have no `dossier/`."""
        return (self.docs / f"{page.rstrip('/')}.md").exists()

    def untouched_url(self, target: str) -> str:
        """A link as `url` gives, for use within `noscript`, where Zensical rewrites no links."""
        return _link(self.page_url.removesuffix("/"), target)

    @property
    def _by_zensical(self) -> bool:
        return type(self._env).__module__.startswith("zensical.")

    def extend_markdown(self, extension: Extension) -> None:
        """Add our own Markdown extension, which mkdocs.yml cannot name, as it is not on Python's path by then."""
        self._env.conf["markdown_extensions"].append(extension)

    def name_pages(self) -> None:
        """Tell the theme the addresses of all pages, for it links only to those that are there."""
        pages = (path.relative_to(self.docs).with_suffix("") for path in self.docs.rglob("*.md"))
        self._env.conf["extra"]["pages"] = [f"{page.as_posix()}/" for page in pages]

    def name_runtime(self) -> None:
        """Tell the theme the folder of the runtime, whose name changes with its contents, and the script for the head.

        That script (`early`) starts the runtime early and fetches the packed `start`, if the runtime has one.
        """
        manifest, early = self.docs / "assets/runtime/manifest.json", self.docs / "assets/bundle/early.js"
        runtime = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {"path": "", "from": ""}
        self._env.conf["extra"] |= {
            "runtime": runtime["path"].removesuffix("/"),
            "start": "start.xz" if runtime["from"] == "snapshot" else "",
            "early": early.read_text("utf-8").strip() if early.exists() else "",
        }

    def name_bundle(self) -> None:
        """Tell the theme the bundled script and stylesheet, unless their sources were changed since."""
        assets = self.docs / "assets"
        made = {path.suffix: path for path in assets.glob("bundle/*.min.*s")}
        sources = [*assets.glob("js/*.js"), *assets.glob("css/*.css"), *assets.glob("runtime/location.js")]
        newest = max(path.stat().st_mtime for path in sources)
        current = made.keys() == _BUNDLED and all(path.stat().st_mtime >= newest for path in made.values())
        conf = self._env.conf
        conf["extra"]["script"] = f"assets/bundle/{made['.js'].name}" if current else ""
        if current:
            conf["extra_css"] = [f"assets/bundle/{made['.css'].name}"]

    def make_own(self) -> None:
        """Give the site what its publisher wrote in `site.toml`; variables of the build go before it."""
        conf = self._env.conf
        path = Path(os.environ.get("SITE_TOML") or self.docs.parent / "site.toml")
        mine = own.load(path, self.docs)
        name, mail = self.contact
        conf["extra"]["contact"] = {"naam": name or mine.name, "mail": mail or mine.mail}
        conf["extra"]["own"] = {"name": mine.name, "notes": mine.notes, "style": mine.style}
        if mine.title:
            conf["site_name"] = mine.title
        if mine.logo:
            conf["theme"]["logo"] = mine.logo
        if mine.name:
            conf["copyright"] = f"{conf['copyright']} Deze site is van {escape(mine.name)}."

    def render(self, markdown: str) -> str:
        """Expand the macros in the Markdown of another page."""
        return self._jinja.from_string(markdown).render()

    def bound(self, function: Callable[..., str]) -> Callable[..., str]:
        """The macro with this site as its first argument, so that pages need not pass it."""
        return functools.update_wrapper(functools.partial(function, self), function)

    def known(self, function: Callable[..., str]) -> Callable[..., str]:
        """Make a macro known to `render`, and return it."""
        self._jinja.globals[function.__name__] = function
        return function


def _link(here: str, target: str) -> str:
    """The way from one folder of the site to an address of the site."""
    path = posixpath.relpath(target.removesuffix("/") or ".", here or ".")
    return f"{path}/" if target.endswith("/") or not target else path
