// Versions of the appointment: never found by place or name.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../../../docs/assets/js/ids.js";
import { drop, freeName, put, versionsOf } from "../../../../docs/assets/js/stored-scenarios.js";

/** @typedef {import("../../../../docs/assets/js/stored-scenarios.js").Holder} Holder */

/** @param {any[]} scenarios @returns {Holder} */
const holder = (...scenarios) => ({ scenarios });
/** @param {Holder} document */
const names = (document) => document.scenarios.map(({ name }) => name);

test("those of before get an id by their place, that the next change keeps", () => {
  const document = holder({ name: "A", values: {} }, { id: "x", name: "B", values: {} }, { name: "C", values: {} });
  assert.deepEqual(
    versionsOf(document).map(({ id }) => id),
    ["s1", "x", "s3"],
  );
  drop(document, "s1");
  assert.deepEqual(
    document.scenarios.map(({ id }) => id),
    ["x", "s3"],
  );
});

test("removing one of a name leaves the other", () => {
  const document = holder({ id: "x", name: "A", values: { fte: "50" } }, { id: "x", name: "A", values: { fte: "60" } });
  const [one, other] = versionsOf(document);
  assert.notEqual(one.id, other.id);
  drop(document, one.id);
  assert.deepEqual(document.scenarios, [{ id: other.id, name: "A", values: { fte: "60" } }]);
  drop(document, one.id);
  assert.equal(document.scenarios.length, 1, "a second press finds nothing");
});

test("a name that is there is never taken over", () => {
  const document = holder();
  for (const name of ["A", "A", "", "A", "A (2)", ""]) put(document, name, {});
  assert.deepEqual(names(document), ["A", "A (2)", "Scenario 1", "A (3)", "A (2) (2)", "Scenario 2"]);
});

test("who gives no name gets the first number that is free", () => {
  const document = holder();
  for (let count = 0; count < 3; count += 1) put(document, "", {});
  drop(document, versionsOf(document)[0].id);
  put(document, "", {});
  assert.deepEqual(names(document), ["Scenario 2", "Scenario 3", "Scenario 1"]);
  assert.equal(freeName("", [{ name: "Halftijds" }]), "Scenario 1");
});

test("one with a known id takes the place of the old one, and keeps its name", () => {
  const document = holder({ id: "x", name: "A", values: { fte: "50" } }, { id: "y", name: "B", values: {} });
  put(document, "C", { fte: "60" }, "x");
  assert.deepEqual(document.scenarios[0], { id: "x", name: "A", values: { fte: "60" } });
  assert.equal(document.scenarios.length, 2);
});

test("what is kept does not follow the form", () => {
  const values = { fte: "50" };
  const document = holder();
  put(document, "A", values);
  values.fte = "60";
  assert.equal(document.scenarios[0].values.fte, "50");
});

test("an id is new each time, also where the address is not secure", () => {
  const { randomUUID } = crypto;
  for (const offered of [randomUUID, undefined]) {
    Object.defineProperty(crypto, "randomUUID", { value: offered, configurable: true });
    const ids = new Set(Array.from({ length: 100 }, newId));
    assert.equal(ids.size, 100);
    for (const id of ids) assert.match(id, /^[0-9a-f-]{32,36}$/);
  }
  Object.defineProperty(crypto, "randomUUID", { value: randomUUID, configurable: true });
});
