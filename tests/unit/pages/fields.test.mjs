// The fields of a form that counts with the figures of another day.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { NEWEST_FIGURES } from "../../../docs/assets/js/contract.js";
import { Fields } from "../../../docs/assets/js/fields.js";

class Choice {
  dataset = {};
  validity = {};

  constructor(/** @type {string} */ name, /** @type {string[]} */ ...values) {
    this.name = name;
    this.value = values[0];
    this.options = values.map((value, index) => ({ value, defaultSelected: index === 0 }));
  }
  closest() {
    return null;
  }
}
Object.assign(globalThis, { HTMLSelectElement: Choice });

/** @param {string} name @param {string} value @param {Record<string, string>} [dataset] @param {boolean} [hidden] */
function control(name, value, dataset = {}, hidden = false) {
  const classList = { toggle: () => undefined };
  const box = { classList, matches: () => hidden, setAttribute: () => undefined };
  return { name, value, defaultValue: value, dataset, type: "text", validity: {}, closest: () => box };
}

const EARLIER = { cijfers_van: "2020-01-01" };
/** @type {Fields} */
let fields;
/** @param {string} name */
const one = (name) => /** @type {any} */ (fields.controls.find((control) => control.name === name));

beforeEach(() => {
  const elements = [
    control("groei", "4"),
    control("loon", "61.400", { linked: "" }),
    control("naam", "", { private: "" }),
    control("verborgen", "7", { linked: "" }, true),
    new Choice("basis", "bedrag", "opbouw"),
  ];
  fields = new Fields(/** @type {any} */ ({ elements, querySelectorAll: () => [] }));
});

test("with the newest figures Python is asked about nothing that was not filled in", () => {
  for (const day of [undefined, "", NEWEST_FIGURES, "9999-01-01"]) {
    fields.fill(day === undefined ? {} : { cijfers_van: day });
    assert.deepEqual(fields.changed(), {});
  }
});

test("with figures of an earlier day only about what was filled in, as Python knows the rest", () => {
  fields.fill({ ...EARLIER, basis: "opbouw" });
  assert.deepEqual(fields.changed(), { ...EARLIER, basis: "opbouw" });
  fields.showDefaults({ groei: "2" });
  assert.equal(one("groei").value, "2");
  assert.deepEqual(fields.changed(), { ...EARLIER, basis: "opbouw" });
});

test("what was filled in stays, also when it is what the page has", () => {
  fields.fill({ ...EARLIER, groei: "4" });
  fields.showDefaults({ groei: "2" });
  assert.equal(one("groei").value, "4");
  assert.deepEqual(fields.changed(), { ...EARLIER, groei: "4" });
  fields.showDefaults({ groei: "2" });
  assert.equal(one("groei").value, "4");
});

test("so does what is typed before the answer comes, or after it", () => {
  fields.fill(EARLIER);
  one("groei").value = "5";
  fields.showDefaults({ groei: "2" });
  assert.equal(one("groei").value, "5");
  one("groei").value = "4";
  fields.showDefaults({ groei: "2" });
  assert.deepEqual(fields.changed(), { ...EARLIER, groei: "4" }, "today's figure, chosen");
  one("groei").value = "2";
  assert.deepEqual(fields.changed(), EARLIER);
});

test("a form that is filled anew forgets the day", () => {
  fields.fill(EARLIER);
  fields.showDefaults({ groei: "2" });
  fields.fill({});
  assert.equal(one("groei").value, "4");
  fields.showDefaults({ groei: "2" });
  assert.equal(one("groei").value, "4", "a late answer");
});

test("figures that are taken over are as they were seen", () => {
  fields.fill({ ...EARLIER, loon: "60.000" });
  fields.showDefaults({ groei: "2", verborgen: "6" });
  fields.renew();
  assert.deepEqual(fields.changed(), { groei: "2", loon: "60.000" });
  assert.equal(one("verborgen").value, "7", "what wasn't seen is of today");
});

test("a link carries what is changed or may change, as far as it is seen, and no texts", () => {
  assert.deepEqual(fields.linked(), [["loon", "61.400"]]);
  fields.fill({ naam: "An", verborgen: "8", groei: "3", basis: "opbouw" });
  const changed = [
    ["groei", "3"],
    ["loon", "61.400"],
    ["basis", "opbouw"],
  ];
  assert.deepEqual(fields.linked(), changed);
  fields.fill({ ...EARLIER, groei: "2" });
  fields.showDefaults({ groei: "2" });
  assert.deepEqual(fields.linked(), [["loon", "61.400"]], "the day tells the other");
});

test("a link may fill in all but texts", () => {
  const described = fields.described();
  assert.deepEqual([...described.keys()], ["groei", "loon", "verborgen", "basis"]);
  assert.deepEqual(described.get("basis"), { choices: ["bedrag", "opbouw"], date: false, table: false });
  assert.deepEqual(described.get("groei"), { choices: undefined, date: false, table: false });
});

test("a form with a choice still to make calculates as one in which the example was chosen", () => {
  const way = { ...control("uitvoering", "", { unchosen: "eigen" }), defaultValue: "" };
  const form = { elements: [way], querySelectorAll: () => [] };
  const open = new Fields(/** @type {any} */ (form));
  assert.ok(open.calculatesWith({}));
  assert.ok(open.calculatesWith({ uitvoering: "eigen" }));
  assert.ok(!open.calculatesWith({ uitvoering: "extern" }));
  assert.ok(!open.holds({ uitvoering: "eigen" }), "the reader chose, so the form has to show it");
});
