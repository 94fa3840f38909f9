// Fetches files that are packed with gzip and used in one piece.
import { gunzipSync } from "fflate";

/** @param {Uint8Array} packed */
export const unpack = (packed) => /** @type {Uint8Array<ArrayBuffer>} */ (gunzipSync(packed));

/**
 * A packed file, unpacked. Throws when it can't be had, or is not the one that the build made.
 * @param {string} address
 * @param {string} [integrity] as `fetch` takes it
 */
export async function fetchPacked(address, integrity) {
  const response = await fetch(address, { integrity });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return unpack(new Uint8Array(await response.arrayBuffer()));
}

/**
 * The same without going back to the event loop, for a Python that waits in the middle of a call.
 * @param {string} address
 */
export function fetchPackedNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${address}: ${request.status}`);
  return unpack(new Uint8Array(request.response));
}
