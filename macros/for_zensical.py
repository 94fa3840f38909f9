"""What a build with Zensical needs besides: `python -m macros.for_zensical STEP`, in the folder of `mkdocs.yml`.

Zensical reads its configuration before macros run, and what they change in it reaches no template. So `before` writes
`zensical.yml`: all of `mkdocs.yml` with what macros add, which is what stands in `site.toml`, the runtime's folder and
the names of the bundle. `serve` leaves the bundle out, as scripts and styles may be changed while it runs.
Of `static_templates` it makes 404.html and a sitemap alone. `after` makes the others, in the site that was built.
"""

import argparse
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment
from mkdocs.utils.yaml import yaml_load

from macros.site import Site

SOURCE = Path("mkdocs.yml")
TARGET = Path("zensical.yml")
_ITS_OWN = "404.html"


def configuration(source: Path, *, bundled: bool) -> dict[str, Any]:
    """The configuration with variables of the build filled in, and with what macros add. Raises `OwnError`."""
    with source.open(encoding="utf-8") as file:
        conf: dict[str, Any] = {"docs_dir": "docs", **yaml_load(file)}
    site = Site(SimpleNamespace(conf=conf))
    site.name_pages()
    site.name_runtime()
    if bundled:
        site.name_bundle()
    site.make_own()
    conf["theme"]["variant"] = "classic"  # the looks of Material, for which our styles are written
    return conf


def write_static(conf: dict[str, Any]) -> None:
    """Write the static templates that Zensical leaves out; as with MkDocs, there is no file where nothing is in it."""
    for name in conf["theme"]["static_templates"]:
        template = Path(conf["theme"]["custom_dir"], name).read_text("utf-8")
        text = "" if name == _ITS_OWN else Environment().from_string(template).render(config=conf)  # noqa: S701  # no HTML
        if text:
            target = Path(conf["site_dir"], name)
            target.parent.mkdir(exist_ok=True)
            target.write_text(text, "utf-8")


def main() -> None:
    """Take the step that the command line names: `before`, `serve` or `after`."""
    parser = argparse.ArgumentParser(description="What a build with Zensical needs besides.")
    parser.add_argument("step", choices=("before", "serve", "after"))
    step = parser.parse_args().step
    conf = configuration(SOURCE, bundled=step != "serve")
    if step == "after":
        write_static(conf)
    else:
        TARGET.write_text(json.dumps(conf, ensure_ascii=False, indent=2), "utf-8")  # which is YAML too


if __name__ == "__main__":
    main()
