// Changes that two tabs tell each other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, changesBetween, Latest } from "../../../../docs/assets/js/tab-changes.js";

const base = () => ({
  appointment: { fte: "80" },
  checklist: { a: { who: "Noor" } },
  dossier: { partners: [{ naam: "x" }] },
});

test("a change is told by field, a list as one field", () => {
  const after = base();
  after.appointment.fte = "60";
  after.dossier.partners.push({ naam: "y" });
  assert.deepEqual(
    changesBetween(base(), after, 5).map(({ path }) => path.join(".")),
    ["appointment.fte", "dossier.partners"],
  );
});

test("what the other tab changed comes beside what this one changed", () => {
  const theirs = base();
  theirs.appointment.fte = "60";
  const ours = base();
  ours.checklist.a.who = "Bert";
  for (const change of changesBetween(base(), theirs, 5)) assert.ok(apply(ours, change));
  assert.deepEqual(ours, { ...base(), appointment: { fte: "60" }, checklist: { a: { who: "Bert" } } });
});

test("what is there already is not written again", () => {
  const after = base();
  after.appointment.fte = "60";
  for (const change of changesBetween(base(), after, 5)) assert.ok(!apply(after, change));
});

test("a field that is gone goes, and one in a part that isn't there comes", () => {
  const document = base();
  assert.ok(apply(document, { path: ["checklist", "a", "who"], value: undefined, at: 1 }));
  assert.ok(apply(document, { path: ["calculators", "budget", "subsidie"], value: '"5"', at: 1 }));
  assert.deepEqual(document, { ...base(), checklist: { a: {} }, calculators: { budget: { subsidie: "5" } } });
});

test("of two changes to one field the later one stays", () => {
  const latest = new Latest();
  const change = (/** @type {number} */ at) => ({ path: ["appointment", "fte"], value: '"1"', at });
  assert.equal(latest.record([change(5)]).length, 1);
  assert.equal(latest.record([change(4)]).length, 0);
  assert.equal(latest.record([change(6)]).length, 1);
});

test("names that mean something to the language are names here", () => {
  /** @type {any} */
  const document = {};
  apply(document, { path: ["__proto__", "bad"], value: "1", at: 1 });
  assert.equal(/** @type {any} */ ({}).bad, undefined);
});
