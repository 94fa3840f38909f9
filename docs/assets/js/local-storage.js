// The browser's storage for this site, as far as the browser allows it: where storage is blocked, nothing is there.

/** @param {string} key @returns {string | null} */
export function get(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {boolean} whether it was stored: storage may be full too
 */
export function set(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} key */
export function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // blocked, so nothing was stored
  }
}
