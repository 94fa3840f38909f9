// A cache of what Python worked out from the reader's own work, so that other pages can show it without starting Python.
// It is stored with what it was worked out from (its basis), and is valid as long as that is the same.

import * as local from "./local-storage.js";
import { isRecord } from "./records.js";
import * as store from "./store.js";

/** @template T */
export class OutcomeCache {
  /**
   * @param {string} name in the browser's storage
   * @param {() => boolean} isThere whether the reader has such work
   * @param {() => string} basis all that the outcome was worked out from
   */
  constructor(name, isThere, basis) {
    this.key = store.keyOf(name);
    this.announced = `outcome-${name}`;
    this.isThere = isThere;
    this.basis = basis;
    store.subscribe(() => isThere() || this.forget());
  }

  /** @param {T} outcome worked out from what is stored now */
  keep(outcome) {
    if (!this.isThere()) return;
    const isKept = local.set(this.key, JSON.stringify({ outcome, basis: this.basis() }));
    if (isKept) document.dispatchEvent(new CustomEvent(this.announced));
  }

  /** @returns {T | undefined} the outcome, if its basis is still what is stored */
  read() {
    try {
      const found = JSON.parse(local.get(this.key) ?? "null");
      return isRecord(found) && found.basis === this.basis() ? found.outcome : undefined;
    } catch {
      return undefined;
    }
  }

  /** Erase the outcome, as the reader erased the work that it came from. */
  forget() {
    local.remove(this.key);
  }

  /**
   * Call a listener when the outcome may have changed.
   * @param {() => void} listener
   */
  subscribe(listener) {
    document.addEventListener(this.announced, listener);
    window.addEventListener("storage", ({ key }) => key === this.key && listener());
    store.subscribe(listener);
  }
}
