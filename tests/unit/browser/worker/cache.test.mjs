// The start as it is kept in the browser's cache.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { cacheName, checked, keep, kept } from "../../../../browser/worker/cache.js";
import { all, Caches, partOf, workerScope } from "./scope.mjs";

const BASE = "https://example.org/gent/assets/runtime/0123456789abcdef/";
const OURS = "verbindingsambassadeur:/gent/:0123456789abcdef";
const contents = ["table", "engine", "memory"].map((text) => new TextEncoder().encode(text));
/** @type {import("../../../../browser/worker/part.js").Part[]} */
let parts;
/** @type {Caches} */
let caches;

beforeEach(async () => {
  caches = new Caches();
  workerScope({ caches });
  parts = await Promise.all(contents.map((bytes, index) => partOf(["table", "engine", "memory"][index], bytes)));
});

const keepAll = () =>
  keep(
    BASE,
    parts,
    contents.map(async (bytes) => bytes),
  );

test("its name carries the site's path and the version", () => {
  assert.equal(cacheName(BASE), OURS);
  assert.equal(cacheName("http://x/assets/runtime/ffff/"), "verbindingsambassadeur:/:ffff");
});

test("what is kept comes back, right", async () => {
  await keepAll();
  assert.deepEqual([...caches.all.keys()], [OURS]);
  const found = await kept(BASE, parts);
  assert.ok(found);
  assert.deepEqual(await all(checked(BASE, parts, found)), contents);
});

test("what is there is not written again", async () => {
  await keepAll();
  caches.full = true;
  await keepAll();
});

test("where there is no room, keeping fails and nothing is taken for kept", async () => {
  caches.full = true;
  await assert.rejects(keepAll(), /no room/);
  assert.equal(await kept(BASE, parts), undefined);
});

test("nothing is kept", async () => {
  assert.equal(await kept(BASE, parts), undefined);
});

test("a part is missing", async () => {
  await keepAll();
  caches.all.get(OURS)?.delete(`${BASE}engine`);
  assert.equal(await kept(BASE, parts), undefined);
});

test("another version, and another site of the same host, have their own", async () => {
  await keepAll();
  assert.equal(await kept(BASE.replace("0123", "3210"), parts), undefined);
  assert.equal(await kept(BASE.replace("gent", "brugge"), parts), undefined);
});

test("a browser without a cache, or with one that fails", async () => {
  workerScope();
  assert.equal(await kept(BASE, parts), undefined);
  workerScope({ caches: { match: () => Promise.reject(new Error("denied")) } });
  assert.equal(await kept(BASE, parts), undefined);
});

test("a damaged part is an error, and the cache is thrown away; no other is", async () => {
  await keepAll();
  await (await caches.open("another application")).put("https://example.org/x", new Response("x"));
  caches.all.get(OURS)?.set(`${BASE}engine`, new Response("e-gine"));
  const found = await kept(BASE, parts);
  assert.ok(found);
  const source = checked(BASE, parts, found);
  assert.deepEqual((await source.next()).value, contents[0]);
  await assert.rejects(source.next(), new Error("engine is damaged"));
  assert.deepEqual([...caches.all.keys()], ["another application"]);
});
