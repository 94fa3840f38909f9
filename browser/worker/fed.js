// The stream of the packed start. Creating a worker takes a slow laptop a third of a second, so the script in the
// page's head (early.js) may already be fetching the start, and passes its chunks on as messages.

/**
 * @param {string} address
 * @returns {Promise<ReadableStream<Uint8Array>>}
 */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
  return response.body;
}

/**
 * The chunks that the page's head passes on; nothing if it has none.
 * @returns {Promise<ReadableStream<Uint8Array> | undefined>}
 */
function passedOn() {
  return new Promise((resolve) => {
    const pieces = new ReadableStream({
      start(controller) {
        self.addEventListener("message", ({ data }) => {
          if (data.fed !== undefined) resolve(data.fed ? pieces : undefined);
          try {
            if (data.chunk) controller.enqueue(data.chunk);
            else if (data.chunk === null) controller.close();
          } catch {
            // the stream was cancelled, because an earlier chunk was damaged
          }
        });
      },
    });
  });
}

/**
 * The stream of a file: as the page's head passes it on, or else fetched when it is asked for.
 * @param {string} address
 * @returns {() => Promise<ReadableStream<Uint8Array>>}
 */
export function stream(address) {
  const pieces = self.name === "fed" ? passedOn() : Promise.resolve(undefined);
  return async () => (await pieces) ?? fetched(address);
}
