"""The bridge between the guide's pages and `calculators/`: what a page asks for, it gets as real, finished HTML."""

from importlib import import_module
from typing import Any

from macros.glossary import Glossary
from macros.site import Site

_MODULES = (
    "calculation",
    "checklist",
    "chooser",
    "contact",
    "drawings",
    "forms",
    "glossary",
    "guide",
    "licences",
    "paper",
    "reference",
    "sources",
    "upkeep",
)


def define_env(env: Any) -> None:
    """Register every macro with mkdocs-macros; each gets the site with the page it stands on."""
    site = Site(env)
    site.extend_markdown(Glossary())
    site.name_runtime()
    site.name_bundle()
    for module in _MODULES:
        for function in import_module(f"macros.{module}").MACROS:
            env.macro(site.bound(function), function.__name__)
