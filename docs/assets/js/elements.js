// Small acts on elements, which any part of a page does.

/**
 * An element with a class and with what is in it. It has a class in any case: the theme draws tables without in its own way.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {(Node | string)[]} children
 * @param {string} [className]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, children, className = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/**
 * A button as the theme draws it.
 * @param {string} words
 * @param {() => void} [act] what it does
 */
export function button(words, act) {
  const made = element("button", [words], "md-button");
  made.type = "button";
  if (act) made.addEventListener("click", act);
  return made;
}

/**
 * Change what an element says, if that is something else: it is not drawn again for nothing, nor read aloud twice.
 * @param {Element} place
 * @param {string} text
 */
export function setText(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/**
 * Act when something in a place is clicked, also what comes there later.
 * @param {Element} place
 * @param {string} selector of what is clicked
 * @param {(clicked: HTMLElement, event: MouseEvent) => void} act
 */
export function onClick(place, selector, act) {
  place.addEventListener("click", (event) => {
    const clicked = event.target instanceof Element ? event.target.closest(selector) : null;
    if (clicked instanceof HTMLElement) act(clicked, /** @type {MouseEvent} */ (event));
  });
}

/**
 * Whether a click is the second one of a double click: by then another row may have come under the pointer.
 * @param {MouseEvent} event
 */
export const isSecond = ({ detail }) => detail > 1;

/** Act when a button in a place is clicked. @param {Element} place @param {(button: HTMLButtonElement, event: MouseEvent) => void} act */
export function onButton(place, act) {
  onClick(place, "button", (clicked, event) => act(/** @type {HTMLButtonElement} */ (clicked), event));
}

/**
 * Do something, and ignore its button until it is done, so that a double click does it once.
 * @param {HTMLElement} button
 * @param {() => Promise<void>} act
 */
export async function oneAtATime(button, act) {
  if (button.getAttribute("aria-disabled")) return;
  button.setAttribute("aria-disabled", "true");
  try {
    await act();
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

/** Unfold what an element is in. @param {Pick<Element, "closest">} element */
export function unfold(element) {
  for (let box = element.closest("details"); box; box = box.parentElement?.closest("details") ?? null)
    box.setAttribute("open", "");
}
