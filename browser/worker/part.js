// A part of the start, and whether its bytes are those that the build wrote.

/** @typedef {{ name: string, size: number, sha256: string }} Part */

/**
 * Whether these are the bytes that the build wrote. Browsers hash only for pages that came over a safe line; over plain
 * http, where whoever changes a file could change its hash too, the size and the packing's own checksum must do.
 * @param {BufferSource} bytes
 * @param {Part} part
 */
export async function isRight(bytes, { size, sha256 }) {
  if (!self.isSecureContext) return bytes.byteLength === size;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === sha256;
}
