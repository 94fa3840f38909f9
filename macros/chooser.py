"""The chooser of step 3, a calculator like the others."""

from macros.calculators import rekenhulp
from macros.site import Site


def keuzehulp(site: Site) -> str:
    """Write the chooser: focus, strategies and employment give profiles, partners and warnings."""
    return rekenhulp(site, "keuzehulp")
