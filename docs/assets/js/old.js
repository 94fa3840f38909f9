// A total that does not belong to what is filled in says so in a word, in the bar of a phone and on the home page:
// lighter type alone says too little.

export const LATE = 150; // ms without an answer after an edit, after which what is shown is told to be an old result

/**
 * Say beside a total that it is an earlier one or that of the example; nothing if it is right.
 * @param {HTMLElement} root
 * @param {string} word "vorig", "voorbeeld" or none
 */
export function tellOld(root, word) {
  const place = /** @type {HTMLElement | null} */ (root.querySelector("[data-old]"));
  const text = word && `${word}: `;
  if (!place || place.textContent === text) return;
  place.textContent = text;
  place.hidden = !text;
}
