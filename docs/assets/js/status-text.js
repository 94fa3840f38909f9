// What a status line says, on any page.

/** The marks of a line that tells of a result: it says what another line shows, it has the total, that is an earlier one. */
const RESULT_MARKS = ["data-quiet", "data-figure", "data-stale"];

/** Remove the marks that a line has only while it tells of a result. @param {Element} line */
export function clearResultMarks(line) {
  for (const name of RESULT_MARKS) line.removeAttribute(name);
}

/**
 * Say something else than a result in a status line, such as what a button did: on a phone too, and without becoming an
 * earlier total at the next edit.
 * @param {Element} line
 * @param {(Node | string)[]} words
 */
export function tell(line, ...words) {
  clearResultMarks(line);
  line.replaceChildren(...words);
}
