"""Macros for the guide's pages: they write forms, results, sources and drawings as finished HTML."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros import (
    calculators,
    checklist,
    chooser,
    contact,
    dossier,
    downloads,
    drawings,
    embedding,
    glossary,
    home,
    licences,
    open_data,
    page_parts,
    paper,
    print_page,
    rules,
    search,
    sources,
    speed,
    tables,
    taking,
    upkeep,
)
from macros.site import Site

ANYWHERE: tuple[Callable[..., str], ...] = (
    drawings.tekening,
    glossary.woordenlijst,
    home.kostenvork,
    page_parts.feit,
    print_page.afvinklijst,
    rules.regels,
    sources.bron,
    sources.zie,
    speed.snelheid,
    tables.cijfer,
    tables.criteria,
    tables.factoren,
    tables.meetmomenten,
    tables.methode_parameters,
    tables.open_keuzes,
    tables.rekenvoorbeelden,
    tables.strategieen,
    upkeep.cijfers_gewijzigd,
    upkeep.onderhoud,
)
"""Macros that write the same HTML on every page."""

BY_PAGE: tuple[Callable[..., str], ...] = (
    calculators.rekenhulp,
    checklist.checklist,
    chooser.keuzehulp,
    contact.contactgegevens,
    dossier.dossier,
    downloads.downloads,
    embedding.insluitcode,
    home.begin,
    licences.licenties,
    open_data.open_data,
    page_parts.paginavoet,
    page_parts.startkaarten,
    page_parts.stap,
    page_parts.trefwoorden,
    paper.pdf,
    print_page.hele_gids,
    sources.alle_bronnen,
    sources.bronnen_van,
    tables.gespreksgids,
    taking.neem_mee,
)
"""Macros that depend on the page: their first argument is the `Site`, which knows the page being written."""


def define_env(env: Any) -> None:
    """Register every macro with mkdocs-macros, under the name of its function."""
    site = Site(env)
    site.extend_markdown(glossary.Glossary())
    site.name_pages()
    site.name_runtime()
    site.name_bundle()
    site.make_own()
    for function in ANYWHERE:
        env.macro(site.known(function), function.__name__)
    for function in BY_PAGE:
        env.macro(site.known(site.bound(function)), function.__name__)


def on_post_build(env: Any) -> None:
    """Finish the site that was built; mkdocs-macros calls this by its name, after the plugin that writes the index."""
    search.divide_index(Path(env.conf["site_dir"]))
