// What a status line says, on any page, and what it says that of.

/** What marks words of a result: that they are in sight elsewhere, that they have its figure, that this is an earlier one. */
const OF_A_RESULT = ["data-quiet", "data-figure", "data-stale"];

/** What a status line says is of no result: it is shown everywhere, and no edit makes it an earlier one. @param {Element} line */
export function ofNoResult(line) {
  for (const name of OF_A_RESULT) line.removeAttribute(name);
}

/**
 * Say something in a status line that is of no result, such as what a button did.
 * @param {Element} line
 * @param {(Node | string)[]} words
 */
export function tell(line, ...words) {
  ofNoResult(line);
  line.replaceChildren(...words);
}
