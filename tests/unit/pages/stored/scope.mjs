// What a browser offers to the pages' modules that keep things, as far as they use it, in Node.

/** A storage that holds so many characters. `full` and `blocked` make it refuse. */
export class Store {
  /** @type {Map<string, string>} */
  all = new Map();
  room = 5_000_000;
  blocked = false;

  /** @param {string} key */
  getItem(key) {
    if (this.blocked) throw new DOMException("blocked", "SecurityError");
    return this.all.get(key) ?? null;
  }

  /** @param {string} key @param {string} text */
  setItem(key, text) {
    if (this.blocked) throw new DOMException("blocked", "SecurityError");
    const others = [...this.all].reduce((sum, [name, held]) => sum + (name === key ? 0 : held.length), 0);
    if (others + text.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.all.set(key, text);
  }

  /** @param {string} key */
  removeItem(key) {
    if (this.blocked) throw new DOMException("blocked", "SecurityError");
    this.all.delete(key);
  }
}

/** One storage for all tabs of a test, as modules that were imported once can't be given another. */
export const storage = new Store();
const scope = Object.assign(new EventTarget(), { onbeforeunload: null });
Object.assign(globalThis, { localStorage: storage, window: scope, document: new EventTarget() });

/**
 * Another tab changed something.
 * @param {string} key
 * @param {string | null} newValue
 */
export function elsewhere(key, newValue) {
  if (newValue === null) storage.all.delete(key);
  else storage.all.set(key, newValue);
  scope.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
}
