"""The code with which another site shows a calculator in a frame."""

from urllib.parse import urlsplit

from calculators.calculator import CALCULATORS
from macros.site import Site

_CODE = """\
<iframe id="rekenhulp-{name}" src="{address}rekenhulp/{name}/?embed" title="Rekenhulp {title}"
        width="100%" height="900" loading="lazy" allow="clipboard-write" style="border: 0"></iframe>
<script>
  addEventListener("message", ({{ data, origin, source }}) => {{
    const frame = document.getElementById("rekenhulp-{name}");
    if (origin === "{origin}" && source === frame.contentWindow && data.kind === "rekenhulp-hoogte")
      frame.height = data.height;
  }});
</script>"""


def insluitcode(site: Site, name: str) -> str:
    """Write the code that shows a calculator in a frame, as high as the calculator is: text for a block of code."""
    parts = urlsplit(site.address)
    origin = f"{parts.scheme}://{parts.netloc}"
    return _CODE.format(name=name, title=CALCULATORS[name].title.lower(), address=site.address, origin=origin)
