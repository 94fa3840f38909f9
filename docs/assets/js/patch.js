// Shows HTML made by our own Python, which escapes everything that the reader typed. It changes only the nodes that
// differ: laying out and drawing all of them takes a slow laptop longer than calculating.

/** Attributes that identify an element: adding or removing one notice then leaves those after it as they are. */
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
 * Change the children of a node into those of another.
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
      if (!same.isEqualNode(child)) renew(same, child); // the browser compares faster than we do
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
 * Whether a node can be changed into the wanted one.
 * @param {Node} old
 * @param {Node} wanted
 */
function alike(old, wanted) {
  if (old.nodeName !== wanted.nodeName) return false;
  if (!(old instanceof Element && wanted instanceof Element)) return true;
  return NAMES.every((name) => old.getAttribute(name) === wanted.getAttribute(name));
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
    if (name !== "open" && !wanted.hasAttribute(name)) old.removeAttribute(name); // details that the reader opened stay open
  patch(old, wanted);
}
