"""What the service worker of a copy of the site keeps."""

from playwright.sync_api import Page

OURS = "verbindingsambassadeur"
CACHES = """async () => {
  const found = {};
  for (const name of await caches.keys())
    found[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  return found;
}"""


def kept(page: Page) -> dict[str, list[str]]:
    """The caches of the origin, with the paths in them."""
    found: dict[str, list[str]] = page.evaluate(CACHES)
    return found
