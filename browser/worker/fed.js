// The packed start, as the page's head may already be fetching it: making a worker takes a slow laptop a third of a
// second, in which what it needs can be on its way. See early.js.

/**
 * @param {string} address
 * @returns {Promise<ReadableStream<Uint8Array>>}
 */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
  return response.body;
}

/** The pieces that the page's head passes on. @returns {Promise<ReadableStream<Uint8Array> | undefined>} */
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
            // what came before was damaged, so that nobody reads on
          }
        });
      },
    });
  });
}

/**
 * The stream of a file that the page's head may be passing on.
 * @param {string} address
 * @returns {() => Promise<ReadableStream<Uint8Array>>}
 */
export function stream(address) {
  const pieces = self.name === "fed" ? passedOn() : Promise.resolve(undefined);
  return async () => (await pieces) ?? fetched(address);
}
