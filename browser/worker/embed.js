// A calculator in a frame on the page of somebody else (`?embed`): styles leave out what is not the calculator.

/** Whether this page is asked for as such a frame. */
export const isEmbedded = new URLSearchParams(location.search).has("embed");

/** Tell the page around the frame how high ours is. It says nothing of the reader, so any page may hear it. */
function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({ kind: "rekenhulp-hoogte", height }, "*");
}

/** Open another page of the guide beside the page around the frame, not in the frame. @param {MouseEvent} event */
function openBeside({ target }) {
  const link = target instanceof Element && target.closest("a");
  if (link && link.pathname !== location.pathname) link.target = "_blank";
}

/** What a reader must know of the frame: whose it is, and where the answers stay. */
function note() {
  const line = document.createElement("p");
  const link = Object.assign(document.createElement("a"), { href: location.pathname, target: "_blank" });
  link.textContent = "Open de hele gids";
  const privacy = "Wat je hier invult, blijft in je browser. De website rond dit kader ziet het niet. ";
  const where = document.createElement("span"); // hidden where nothing is stored
  where.textContent = "Het staat er meestal apart: in de gids zelf vind je het dan niet terug. ";
  line.className = "rh-kader";
  where.className = "rh-kader-opslag";
  line.append("Een rekenhulp uit de gids “Een verbindingsambassadeur in dienst nemen”. ", privacy, where, link);
  return line;
}

/** Mark the document of a frame before it is shown, and say what it is when it has been read. */
export function mark() {
  if (!isEmbedded) return;
  document.documentElement.dataset.embed = "";
  addEventListener("click", openBeside, true);
  addEventListener("DOMContentLoaded", () => {
    document.querySelector("[data-rekenhulp]")?.append(note());
    new ResizeObserver(tellHeight).observe(document.body);
  });
}
