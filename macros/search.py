"""The index of the search: what every page fetches of it, and what waits until somebody searches."""

import json
from pathlib import Path


def divide_index(site: Path) -> None:
    """Move the text of the guide out of the index that the theme fetches on every page of `site`, a folder.

    The text goes to `search/sections.json`, which `browser/search/start.js` fetches with the first question: it is a
    quarter of what a page weighs, and few readers of a page search.
    """
    path = site / "search" / "search_index.json"
    if not path.exists():  # a site without a search, or one that Zensical made
        return
    index = json.loads(path.read_text("utf-8"))
    path.with_name("sections.json").write_text(json.dumps(index["docs"], separators=(",", ":")), "utf-8")
    path.write_text(json.dumps(index | {"docs": []}, separators=(",", ":")), "utf-8")
