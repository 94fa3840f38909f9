// The parts of the start, and the check that their bytes are those that the build wrote.

/** @typedef {{ name: string, size: number, sha256: string }} Part */

/**
 * Whether these are the bytes that the build wrote. `crypto.subtle` exists in secure contexts only. Over plain http an
 * attacker could replace the hash as well, so there we check the size, and xz's own checksum finds corruption.
 * @param {BufferSource} bytes
 * @param {Part} part
 */
export async function isRight(bytes, { size, sha256 }) {
  if (!self.isSecureContext) return bytes.byteLength === size;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === sha256;
}
