// The worker that searches: the theme's, with our part between it and the page. All that searching takes is fetched with
// the first question, as most readers of a page never search: the theme's part, the language and the text of the guide,
// which `macros/search.py` keeps out of the index that every page fetches.
//
// The theme's file, which has a hash in its name, stands behind the question mark of our address; it expects to be in the
// folder where this is published. Where the host's policy asks for trusted types, a worker needs a policy of its own, as
// pages do: scripts come from this site.
import { learn, ordered, widened } from "./question.js";

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // the theme's kinds of messages
const SECTIONS = "../../../search/sections.json";
const NOTHING_CAME = {
  location: "",
  title: "Zoeken lukt nu niet",
  text: "De tekst van de gids kwam niet aan. Is er een verbinding? Typ dan nog eens, of laad de pagina opnieuw.",
  terms: {},
  score: 0,
};

const worker = /** @type {any} */ (self);
const send = worker.postMessage.bind(worker);

/** @typedef {{ type: number, data?: any }} Message */
/** @type {Message | undefined} the theme's own, without the text of the guide */
let setup;
/** @type {Promise<ReturnType<typeof learn>> | undefined} */
let loading;
/** @type {ReturnType<typeof learn> | undefined} */
let guide;
/** @type {import("./question.js").Near} what was asked last */
let typed = new Map();
let question = "";
let ready = () => {};

const ours = (/** @type {string} */ address) => {
  const { origin, pathname } = new URL(address, worker.location.href);
  return origin === worker.location.origin && pathname.endsWith(".js") ? address : null;
};
worker.trustedTypes?.createPolicy("default", { createScriptURL: ours });

let themeIsHere = false;
function bringTheme() {
  const [name] = worker.location.search.match(/[\w.]+$/) ?? [];
  if (!themeIsHere) worker.importScripts(name);
  themeIsHere = true;
}

/** Have the theme deal with a message, as if it came from the page. */
const pass = (/** @type {Message} */ message) => worker.dispatchEvent(new MessageEvent("message", { data: message }));

async function load() {
  const answer = await fetch(new URL(SECTIONS, worker.location.href));
  if (!answer.ok) throw new Error(`${answer.status}`);
  const data = { ...setup?.data, docs: await answer.json() };
  bringTheme();
  /** @type {Promise<void>} */
  const done = new Promise((resolve, reject) => {
    ready = resolve;
    worker.onunhandledrejection = reject; // the theme's, where the language does not arrive
  });
  pass({ type: SETUP, data });
  await done;
  guide = learn(data);
  return guide;
}

const isContentWord = (/** @type {string} */ word) => worker.lunr.nl.stopWordFilter(word);

/** @param {string} text that the reader typed */
async function ask(text) {
  question = text;
  try {
    loading ??= load();
    const { typed: near } = await loading;
    if (question !== text) return; // typed on meanwhile
    typed = near(text, isContentWord);
    pass({ type: QUERY, data: widened(text, typed) });
  } catch {
    loading = undefined; // the next letter tries again
    if (question === text) send({ type: RESULT, data: { items: [[NOTHING_CAME]] } });
  }
}

worker.addEventListener("message", (/** @type {MessageEvent<Message>} */ event) => {
  if (!event.isTrusted) return; // what we pass on
  event.stopImmediatePropagation();
  const { type, data } = event.data;
  if (type === SETUP && data.docs) {
    setup = event.data;
    send({ type: READY });
  } else if (!setup) {
    // The index of Zensical is another, and its question is no text: it searches alone.
    bringTheme();
    pass(event.data);
  } else if (data.trim()) ask(data);
  else send({ type: RESULT, data: { items: [] } });
});

worker.postMessage = (/** @type {Message} */ answer) => {
  if (setup && answer.type === READY) return ready();
  if (!guide || answer.type !== RESULT || !typed.size) return send(answer);
  send({ ...answer, data: { ...answer.data, items: ordered(answer.data.items, typed, guide.scoring(typed)) } });
};
