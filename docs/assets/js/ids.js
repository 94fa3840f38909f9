// Ids for what is kept, so that nothing is found by its place or its name.

/** An id that nothing else has. Only pages on a secure address have `randomUUID`. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
