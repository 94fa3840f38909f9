// Shows HTML that our own Python made, which escapes everything that the reader typed. Only what differs from what is
// there already changes in the page: laying out and drawing all of it anew takes a slow laptop longer than calculating.

/** What tells elements of one kind apart, so that a notice that comes or goes does not change all that follow. */
const NAMES = ["data-notice", "data-step", "data-table", "data-chart", "data-key", "data-scenario"];

/**
 * @param {Element} place
 * @param {string} html
 */
export function show(place, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  patch(place, template.content);
}

/**
 * Give a node the children of another.
 * @param {Node} old
 * @param {Node} wanted
 */
function patch(old, wanted) {
  let at = old.firstChild;
  let child = wanted.firstChild;
  while (child) {
    const next = child.nextSibling;
    let same = at;
    while (same && !alike(same, child)) same = same.nextSibling;
    if (same) {
      while (at !== same) at = remove(/** @type {ChildNode} */ (at));
      renew(same, child);
      at = same.nextSibling;
    } else old.insertBefore(child, at);
    child = next;
  }
  while (at) at = remove(at);
}

/** @param {ChildNode} node */
function remove(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/**
 * Whether one node can become the other.
 * @param {Node} one
 * @param {Node} other
 */
function alike(one, other) {
  if (one.nodeName !== other.nodeName) return false;
  if (!(one instanceof Element && other instanceof Element)) return true;
  return NAMES.every((name) => one.getAttribute(name) === other.getAttribute(name));
}

/**
 * @param {Node} old
 * @param {Node} wanted
 */
function renew(old, wanted) {
  if (!(old instanceof Element && wanted instanceof Element)) {
    if (old.nodeValue !== wanted.nodeValue) old.nodeValue = wanted.nodeValue;
    return;
  }
  for (const name of wanted.getAttributeNames()) {
    const value = /** @type {string} */ (wanted.getAttribute(name));
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const name of old.getAttributeNames())
    if (name !== "open" && !wanted.hasAttribute(name)) old.removeAttribute(name); // what the reader opened stays so
  patch(old, wanted);
}
