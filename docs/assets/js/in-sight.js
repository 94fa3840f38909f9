// Keeps the field in use where the reader sees it, when a message that appears above it would push it down.

/**
 * Make a change in the page. If the element in use was in the window, it stays at its place there, clear of the bars at
 * both edges (`scroll-padding` in the style sheets is their height).
 * @param {() => void} change
 */
export function keepInSight(change) {
  const used = document.activeElement;
  const before = used?.getBoundingClientRect();
  change();
  const seen = before && before.bottom > 0 && before.top < innerHeight;
  if (!used || !seen || !used.matches("input, select, textarea, button")) return;
  scrollBy({ top: used.getBoundingClientRect().top - before.top, behavior: "instant" });
  if (before.height < innerHeight / 2) used.scrollIntoView({ block: "nearest", behavior: "instant" });
}
