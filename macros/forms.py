"""Forms that are not calculators: the chooser of step 3, the dossier and its downloads."""

from macros.site import Site


def keuzehulp(site: Site) -> str:  # noqa: ARG001
    """Write the chooser: focus, strategies and FTE give profiles, partners and warnings."""
    return ""


def dossier(site: Site) -> str:  # noqa: ARG001
    """Write the form of the dossier."""
    return ""


def downloads(site: Site) -> str:  # noqa: ARG001
    """List the documents: filled in, made in the browser, and blank as ordinary files."""
    return ""


MACROS = (keuzehulp, dossier, downloads)
