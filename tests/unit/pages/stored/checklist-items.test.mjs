// What the checklist tells about its actions, and which ones a filter asks for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, isLate, nameKey, noted, people } from "../../../../docs/assets/js/checklist-items.js";
import { inWords } from "../../../../docs/assets/js/days.js";

const TODAY = "2027-03-15";

test("an open action is late from the day after", () => {
  assert.equal(isLate({ by: "2027-03-14" }, TODAY), true);
  assert.equal(isLate({ by: "2027-03-15" }, TODAY), false);
  assert.equal(isLate({ by: "" }, TODAY), false);
  for (const status of ["klaar", "nvt"]) assert.equal(isLate({ status, by: "2020-01-01" }, TODAY), false, status);
  assert.equal(isLate({ status: "bezig", by: "2020-01-01" }, TODAY), true);
});

test("a day is written out, and what is no day as it is", () => {
  assert.equal(inWords("2027-03-05"), "5 maart 2027");
  assert.equal(inWords("ooit"), "ooit");
});

test("a long note is shortened, on one line", () => {
  assert.deepEqual(noted({ who: " Noor ", by: "2027-03-05", note: "Een\n twee" }), [
    "Noor",
    "tegen 5 maart 2027",
    "Een twee",
  ]);
  assert.deepEqual(noted({}), []);
  assert.ok(noted({ note: "woord ".repeat(99) })[0].length <= 91);
});

test("a name counts once, however it is written", () => {
  const found = people([{ who: "Noor" }, { who: " noor" }, { who: "bert" }, { who: " " }, {}]);
  assert.deepEqual(
    found.map(([, name]) => name),
    ["bert", "Noor"],
  );
});

test("both filters must agree", () => {
  const late = { who: "Noor", by: "2020-01-01" };
  /**
   * @param {string} status
   * @param {string} who
   * @param {import("../../../../docs/assets/js/checklist-items.js").Item} item
   */
  const asked = (status, who, item = late) => fits(item, { status, who }, TODAY);
  assert.ok(asked("alles", "alles") && asked("open", nameKey("NOOR")) && asked("over-tijd", "alles"));
  assert.ok(asked("te-doen", "alles") && !asked("bezig", "alles") && !asked("alles", "niemand"));
  assert.ok(asked("alles", "niemand", {}) && !asked("over-tijd", "niemand", {}));
});
