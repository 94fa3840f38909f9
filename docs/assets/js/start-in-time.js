// Decides when Python starts: before it is asked anything, as soon as a calculation is likely.
import { start, thrifty } from "./runtime.js";

const calculates = () => location.pathname.includes("/rekenhulp/");

/**
 * Start at the first sign that somebody will calculate; on a page that is there to calculate, as soon as the browser has
 * nothing else to do. For readers who save data, only a question starts it.
 * @param {HTMLElement} root where the signs are seen
 */
export function startInTime(root) {
  if (thrifty()) return;
  const soon = () => void start();
  if (/** @type {{ early?: Worker }} */ (globalThis).early) soon(); // the head has begun
  for (const sign of ["focusin", "pointerover", "touchstart"])
    root.addEventListener(sign, soon, { once: true, passive: true });
  const unasked = () => document.hidden || document.documentElement.dataset.runtime !== "idle" || soon();
  if (calculates()) (globalThis.requestIdleCallback ?? setTimeout)(unasked); // Safari has no idle call-back
}
