// The switch between light and dark. Until a reader chooses, pages follow the system. (The theme's own switch has the
// styles of the whole page worked out four times while a page starts, and keeps a choice that nobody made.)

/** What the theme's first script reads on each page, and what it calls for that. */
const KEY = "__palette";
const theme = /** @type {{ __md_get: Function, __md_set: Function }} */ (/** @type {unknown} */ (window));

const isDark = () => document.body.dataset.mdColorScheme === "slate";

/** Give the address bar of a phone the colour of the header, once that has been drawn. */
function colourBar() {
  const old = document.querySelector("meta[name=theme-color]");
  const bar = old ?? document.head.appendChild(Object.assign(document.createElement("meta"), { name: "theme-color" }));
  const header = document.querySelector(".md-header");
  if (header) bar.setAttribute("content", getComputedStyle(header).backgroundColor);
}

/** @param {HTMLButtonElement} button */
export function mount(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const mark = () => {
    button.setAttribute("aria-pressed", String(isDark()));
    requestAnimationFrame(colourBar);
  };
  /** @param {boolean} dark */
  const turn = (dark) => {
    document.body.dataset.mdColorScheme = dark ? "slate" : "default";
    mark();
  };
  button.addEventListener("click", () => {
    turn(!isDark());
    theme.__md_set(KEY, { color: { scheme: document.body.dataset.mdColorScheme } });
  });
  system.addEventListener("change", ({ matches }) => {
    if (!theme.__md_get(KEY)?.color) turn(matches);
  });
  button.hidden = false;
  mark();
}
