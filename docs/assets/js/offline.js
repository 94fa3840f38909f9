// Makes visits without a network work: registers the service worker, and says which addresses it has to keep.
import { base, offline } from "../runtime/location.js";
import { isAsked, quiet, thrifty } from "./runtime.js";

const ONLY_READING = 5000; // ms after which a page on which nobody calculates has what it needs

const REPLY = 15_000; // ms; a browser may end the service worker in the middle of its work, and then nobody replies

const LANGUAGE = ["lunr.stemmer.support", "lunr.nl"]; // of the theme's search

const here = (/** @type {string} */ path) => new URL(path, import.meta.url).href;
const SITE = here("../../");

/** The script that every page of this deployment asks for. */
const script = () => /** @type {HTMLScriptElement} */ (document.querySelector("script[type=module]")).src;

/**
 * Not `navigator.serviceWorker.ready`: that may be of another copy of the site, in a folder above this one. The worker
 * carries the version of the runtime in its address, so that a new version makes its routes anew.
 * @returns {Promise<ServiceWorker>}
 */
async function worker() {
  const version = base.split("/")[1];
  const { active, waiting, installing } = await navigator.serviceWorker.register(`${SITE}sw.js?runtime=${version}`);
  const newest = installing ?? waiting ?? active;
  if (!newest) throw new Error("no service worker");
  if (newest.state === "activated") return newest;
  return new Promise((resolve) =>
    newest.addEventListener("statechange", () => newest.state === "activated" && resolve(newest)),
  );
}

/** @param {Iterable<string>} urls */
const ours = (urls) => new Set([...urls].map((url) => url.split("#")[0]).filter((url) => url.startsWith(SITE)));

/**
 * Ask the service worker to keep addresses. Resolves when it has, or after `REPLY`: the next page asks again.
 * @param {string[]} keep
 * @param {string} [currentScript] file name of this deployment's script. With it, the service worker also renews pages
 *   that load another script, and removes what nothing uses any more.
 */
async function ask(keep, currentScript) {
  const to = await worker();
  const { port1, port2 } = new MessageChannel();
  const done = new Promise((resolve) => port1.addEventListener("message", resolve));
  port1.start();
  to.postMessage({ keep, script: currentScript }, [port2]);
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, REPLY))]);
  port1.close();
}

/** This page and what it was made of. */
const page = () => [location.href.split("?")[0], ...performance.getEntriesByType("resource").map(({ name }) => name)];

const madeByZensical = () => document.querySelector("meta[name=generator][content^=zensical]");

/** What the search's worker asks for with the first question. */
function* search() {
  const config = JSON.parse(document.getElementById("__config")?.textContent ?? "{}");
  const [, theirs] = String(config.search).split("?");
  yield here(`../javascripts/workers/${theirs}`);
  for (const name of LANGUAGE) yield here(`../javascripts/lunr/min/${name}.min.js`);
  yield here("../../search/sections.json");
}

/** Everything: what came since, such as the theme's script, the pages of the guide, the search, and the runtime. */
function* all() {
  yield* page();
  const links = document.querySelectorAll(".md-nav--primary a[href]");
  for (const link of links) yield/** @type {HTMLAnchorElement} */ (link).href;
  if (madeByZensical()) yield here("../../search.json");
  else {
    yield here("../../search/search_index.json");
    yield* search();
  }
  for (const name of offline) yield here(`../runtime/${base}${name}`);
}

/** @param {Promise<void>} work that may fail, and is tried again on the next page */
const quietly = (work) => work.catch(() => undefined);

/** Where no service worker is allowed, all works as before, but with a network only. */
async function register() {
  await worker();
  if (thrifty()) return;
  await ask([...ours(page())]);
  setTimeout(() => document.documentElement.dataset.runtime === "idle" && quietly(tidy()), ONLY_READING);
}

/** Have the service worker forget what is of earlier deployments. */
const tidy = () => ask([], script().split("/").at(-1));

/** One after the other, and only while nobody types: it would keep a slow laptop from answering. */
async function keepAll() {
  for (const url of ours(all())) {
    await quiet();
    await ask([url]);
  }
  await quiet();
  await tidy();
}

/** At once where nobody calculates; else only while nobody does, as that would keep a slow laptop from answering. */
function whenIdle() {
  if (document.documentElement.dataset.runtime !== "starting") quietly(register());
  else setTimeout(() => isAsked() || quietly(register()), ONLY_READING); // else `keepAll` registers it
}

// In a frame of another site, the guide is not what the reader came for.
if ("serviceWorker" in navigator && !("embed" in document.documentElement.dataset)) {
  addEventListener("load", whenIdle, { once: true });
  document.addEventListener("runtime-rests-longer", () => thrifty() || quietly(keepAll()), { once: true });
}
