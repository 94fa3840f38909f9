// The worker that searches is the theme's, and loads its parts by address. Where the host's policy asks for trusted types,
// a worker needs a policy of its own, as pages do: scripts come from this site. The theme's file, which has a hash in its
// name, stands behind the question mark of our address; it expects to be in this folder.
//
// Every message waits for our own part, `question.js`, and goes on to the theme as it comes out of that. Where a browser
// can't load it, the theme searches alone.
{
  const [SETUP, QUERY, RESULT] = [0, 2, 3]; // the theme's kinds of messages
  const worker = /** @type {any} */ (self);
  const ours = (/** @type {string} */ address) => {
    const { origin, pathname } = new URL(address, worker.location.href);
    return origin === worker.location.origin && pathname.endsWith(".js") ? address : null;
  };
  worker.trustedTypes?.createPolicy("default", { createScriptURL: ours });
  const [name] = worker.location.search.match(/[\w.]+$/) ?? [];

  const loading = import("./question.js").catch(() => null);
  /** @type {ReturnType<typeof import("./question.js").learn> | undefined} */
  let guide;
  /** @type {import("./question.js").Near} what was typed last */
  let typed = new Map();

  const tells = (/** @type {string} */ word) => worker.lunr?.nl?.stopWordFilter(word) ?? false;

  worker.addEventListener("message", async (/** @type {MessageEvent} */ event) => {
    if (!event.isTrusted) return; // what we pass on
    event.stopImmediatePropagation();
    const { type, data } = event.data;
    const question = await loading;
    if (type === SETUP && data.docs) guide = question?.learn(data);
    if (type === QUERY && guide) typed = guide.typed(data, tells);
    // The index of Zensical is another, and its question is no text: it searches alone.
    const passed = type === QUERY && guide && question ? question.widened(data, typed) : data;
    worker.dispatchEvent(new MessageEvent("message", { data: { type, data: passed } }));
  });

  const send = worker.postMessage.bind(worker);
  worker.postMessage = async (/** @type {{ type: number, data?: any }} */ answer) => {
    const question = await loading;
    if (answer.type !== RESULT || !guide || !question || !typed.size) return send(answer);
    send({
      ...answer,
      data: { ...answer.data, items: question.ordered(answer.data.items, typed, guide.scoring(typed)) },
    });
  };
  worker.importScripts(name);
}
