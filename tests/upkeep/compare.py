"""Compare the text of two builds of the site: `python -m tests.upkeep.compare site zensical-site`.

Material for MkDocs comes to an end; Zensical is its makers' next program and reads the same configuration. Each page's
article must say the same in both, word for word, and lead to no other address. Prints each difference; the exit status
tells whether there was one.
"""

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from tests.site.reading import Page, read_site

SITE = "https://site.example/map/map/"
"""An address so deep that a link which leads out of the site shows."""


def words(page: Page) -> list[str]:
    """The words of the article, and the names of its headings and fields; those that begin with __ are the theme's."""
    (article,) = page.all("article")
    inside = [one for one in page.elements if "article" in one.parents]
    names = [one.get("id") or one.get("name") for one in inside]
    return [*article.text.split(), *(f"#{name}" for name in names if name and not name.startswith("__"))]


def links(page: Page) -> set[str]:
    """Where the links of the article lead."""
    inside = [one for one in page.all("a", having="href") if "article" in one.parents]
    return {urljoin(f"{SITE}{page.url}", one.get("href")).removeprefix(SITE) for one in inside}


def differences(left: dict[str, Page], right: dict[str, Page]) -> Iterator[str]:
    """What is on one side only: pages, the words of pages that both have, and addresses that the first doesn't link."""
    for url in sorted(left.keys() ^ right.keys()):
        yield f"/{url}: only in the {'first' if url in left else 'second'}"
    for url in sorted(left.keys() & right.keys()):
        ours, theirs = words(left[url]), words(right[url])
        for kind, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
            if kind != "equal":
                yield f"/{url}: “{' '.join(ours[a:b])}” is “{' '.join(theirs[c:d])}”"
        for astray in sorted(links(right[url]) - links(left[url])):
            yield f"/{url}: a link of the second alone leads to {astray}"


def main(first: str, second: str) -> int:
    """Compare two built sites and print the outcome."""
    left, right = read_site(Path(first)), read_site(Path(second))
    found = list(differences(left, right))
    print("\n".join(found) or f"{len(left)} pages say the same in both.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
