// What Python worked out from the reader's own work, kept with all that it follows from: so another page can show it
// without Python, for as long as it holds.
import { isRecord } from "./appointment.js";
import * as store from "./store.js";

/** @template T */
export class Known {
  /**
   * @param {string} name in the browser's storage
   * @param {() => string} basis all that the outcome follows from; empty where the reader has no such work
   */
  constructor(name, basis) {
    this.key = store.keyOf(name);
    this.changed = `known-${name}`;
    this.basis = basis;
    store.subscribe(() => basis() || this.forget());
  }

  /** @param {T} outcome worked out from what is stored now */
  keep(outcome) {
    const basis = this.basis();
    if (!basis) return;
    try {
      localStorage.setItem(this.key, JSON.stringify({ outcome, basis }));
    } catch {
      return; // no room, or blocked: no other page shows it
    }
    document.dispatchEvent(new CustomEvent(this.changed));
  }

  /** @returns {T | undefined} the outcome, if it still follows from what is stored */
  read() {
    try {
      const found = JSON.parse(localStorage.getItem(this.key) ?? "null");
      return isRecord(found) && found.basis === this.basis() ? found.outcome : undefined;
    } catch {
      return undefined;
    }
  }

  /** Nothing stays of work that is erased. */
  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // blocked: nothing was kept
    }
  }

  /**
   * Call a listener when the outcome may be another.
   * @param {() => void} listener
   */
  subscribe(listener) {
    document.addEventListener(this.changed, listener);
    window.addEventListener("storage", ({ key }) => key === this.key && listener());
    store.subscribe(listener);
  }
}
