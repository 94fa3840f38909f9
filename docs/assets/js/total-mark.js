// A word before a total that does not belong to what is filled in, in the bar of a phone and on the home page: lighter
// type alone says too little.

/**
 * Mark a total as an earlier one or that of the example; take the mark away if it is right.
 * @param {HTMLElement} root
 * @param {string} word "vorig", "voorbeeld" or none
 */
export function markTotal(root, word) {
  const place = /** @type {HTMLElement | null} */ (root.querySelector("[data-old]"));
  const text = word && `${word}: `;
  if (!place || place.textContent === text) return;
  place.textContent = text;
  place.hidden = !text;
}
