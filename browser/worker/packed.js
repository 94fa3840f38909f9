// Fetches and unpacks files that are compressed with gzip and used as a whole.
import { gunzipSync } from "fflate";

/** @param {Uint8Array} packed */
export const unpack = (packed) => /** @type {Uint8Array<ArrayBuffer>} */ (gunzipSync(packed));

/**
 * Fetch and unpack a file. Throws if the host does not have it, or if it is not the one that the build made.
 * @param {string} address
 * @param {string} [integrity] as `fetch` takes it
 */
export async function fetchPacked(address, integrity) {
  const response = await fetch(address, { integrity });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return unpack(new Uint8Array(await response.arrayBuffer()));
}

/**
 * The same, synchronously, because Python waits for it in the middle of a call.
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
