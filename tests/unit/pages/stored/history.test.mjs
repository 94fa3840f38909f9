// Earlier states: what comes back, and that nothing of it ever stands in the way.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { elsewhere, storage } from "./scope.mjs";

const history = await import("../../../../docs/assets/js/history.js");
const store = await import("../../../../docs/assets/js/store.js");
const { forget, lastAct, lostByUndo, putBack, remembering, states, undo } = history;

const KEY = store.keyOf("geschiedenis");
const DOCUMENT = KEY.replace(":geschiedenis", "");

beforeEach(() => {
  Object.assign(storage, { all: new Map(), room: 5_000_000, blocked: false });
  store.clear();
  forget();
});

/** @param {string} text */
const type = (text) =>
  store.change(({ dossier }) => {
    dossier.focus = text;
  });
const typed = () => /** @type {string | undefined} */ (store.read().dossier.focus);
/** @param {string} act @param {string} text */
const act = (act, text) => remembering(act, () => type(text));
const acts = () => states().map((one) => one.act);

test("its key stands beside that of the document", () => {
  act("een", "A");
  assert.match(KEY, /^verbindingsambassadeur:\/.*\/:geschiedenis$/);
  assert.deepEqual([...storage.all.keys()].sort(), [DOCUMENT, KEY].sort());
});

test("undoing so many times walks back so many acts", () => {
  type("A");
  for (const text of ["B", "C", "D"]) act(`naar ${text}`, text);
  for (const text of ["C", "B", "A"]) {
    undo();
    assert.equal(typed(), text);
  }
  assert.equal(undo(), undefined);
  assert.equal(lastAct(), undefined);
});

test("what is typed since an act is not lost by undoing it", () => {
  type("A");
  act("wis", "");
  type("B");
  undo();
  assert.equal(typed(), "A");
  const [redo] = states();
  assert.equal(redo.act, "ongedaan maken: wis");
  putBack(redo.id);
  assert.equal(typed(), "B");
  assert.equal(undo()?.act, "een eerdere toestand terugzetten");
  assert.equal(typed(), "A");
});

test("what is changed elsewhere since an act stays when it is undone", () => {
  type("A");
  const note = (/** @type {string} */ text) =>
    store.change(({ dossier, checklist }) => {
      dossier.situatie = text;
      checklist["s1-01"] = { ...checklist["s1-01"], note: text };
    });
  note("eerst");
  act("wis", "");
  note("later");
  store.change(({ calculators }) => {
    calculators.looptijd = { looptijd_jaren: "4" };
  });
  assert.deepEqual(lostByUndo(), []);
  assert.deepEqual(undo(), { act: "wis", stays: true });
  assert.equal(typed(), "A");
  const { dossier, checklist, calculators } = store.read();
  assert.deepEqual(
    [dossier.situatie, checklist["s1-01"].note, calculators.looptijd.looptijd_jaren],
    ["later", "later", "4"],
  );
  assert.deepEqual(acts(), ["wis", "ongedaan maken: wis"], "how all was before the act is still there");
  assert.equal(lastAct(), undefined);
});

test("what an undo brings back leaves nothing empty behind", () => {
  type("A");
  remembering("voorbeeld", () =>
    store.change(({ calculators }) => {
      calculators.budget = { subsidie: "20" };
    }),
  );
  type("B");
  undo();
  assert.equal(typed(), "B");
  assert.deepEqual(store.read().calculators, {}, "a form without a value would count as filled in");
});

test("what the act changed and was changed again is told before it is lost", () => {
  type("A");
  act("wis", "");
  type("B");
  assert.deepEqual(lostByUndo(), [["dossier", "focus"]]);
  type("A");
  assert.deepEqual(lostByUndo(), [], "put back by hand: nothing is lost");
});

for (const [text, why] of [
  ["{oeps", "the earlier document cannot be read"],
  ['{"version":99}', "it is of a newer version"],
])
  test(`later changes are told before they are lost where ${why}`, () => {
    elsewhere(DOCUMENT, text);
    remembering("wis alles", () => store.clear());
    assert.deepEqual(lostByUndo(), [], "nothing was changed yet");
    type("B");
    assert.deepEqual(lostByUndo(), [["dossier", "focus"]]);
    undo();
    assert.equal(storage.all.get(DOCUMENT), text);
  });

test("of a state that was kept before it was noted what an act changed, all later changes are told", () => {
  type("A");
  act("wis", "");
  const [{ marks: _, ...older }] = states();
  elsewhere(KEY, JSON.stringify([older]));
  assert.deepEqual(lostByUndo(), [["dossier", "focus"]]);
  undo();
  assert.equal(typed(), "A");
});

test("an undo that was taken back stays the way forward, not the way back", () => {
  type("A");
  act("een", "B");
  undo();
  act("twee", "C");
  undo();
  assert.equal(typed(), "A");
  assert.equal(undo(), undefined);
  assert.deepEqual(acts(), ["ongedaan maken: een", "ongedaan maken: twee"]);
});

test("an act that changed nothing leaves nothing", () => {
  type("A");
  act("niets", "A");
  assert.deepEqual(states(), []);
});

test("an act after which all is as it was is passed over", () => {
  type("A");
  act("een", "B");
  act("twee", "C");
  type("B"); // put back in another way
  assert.equal(lastAct()?.act, "een");
  undo();
  assert.equal(typed(), "A");
  assert.equal(lastAct(), undefined, "undoing never goes forward again");
});

test("the twenty latest are kept, also where there was more", () => {
  for (let number = 0; number < 30; number += 1) act(`${number}`, `${number}`);
  assert.equal(states().length, 20);
  assert.equal(acts()[0], "10");
  const many = Array.from({ length: 40 }, (_, at) => ({ ...states()[0], id: `${at}` }));
  elsewhere(KEY, JSON.stringify(many));
  assert.equal(states().length, 20);
});

test("it never takes more than its share, and always keeps the latest", () => {
  for (let number = 0; number < 4; number += 1) act(`${number}`, `${number}`.repeat(450_000));
  assert.ok((storage.all.get(KEY) ?? "").length < 1_050_000);
  assert.deepEqual(acts(), ["2", "3"]);
  act("groot", "x".repeat(1_500_000));
  act("weg", "");
  assert.deepEqual(acts(), ["weg"]);
  undo();
  assert.equal(typed()?.length, 1_500_000);
});

for (const text of [
  "{oeps",
  "3",
  "null",
  "{}",
  '[1, null, {"id": "a"}]',
  '[{"id":"a","act":"b","at":"ooit","text":"c"}]',
  '[{"id":"a","act":"b","at":"2027-01-31T09:00:00Z","text":"c","marks":{"oeps":"1:2"}}]',
])
  test(`what is in storage may be ${text}`, () => {
    elsewhere(KEY, text);
    assert.deepEqual(states(), []);
    type("A");
    act("een", "B");
    assert.equal(states().length, 1);
    undo();
    assert.equal(typed(), "A");
  });

test("of what is in storage, all that can be used is", () => {
  type("A");
  act("een", "B");
  elsewhere(KEY, JSON.stringify([null, ...states(), { id: 3 }]));
  assert.deepEqual(acts(), ["een"]);
});

test("what cannot be read comes back letter by letter", () => {
  elsewhere(DOCUMENT, "{oeps");
  assert.equal(store.read().version, 2);
  remembering("wis alles", () => store.clear());
  assert.equal(storage.all.get(DOCUMENT), undefined);
  undo();
  assert.equal(storage.all.get(DOCUMENT), "{oeps");
});

test("without room an act goes on, and the oldest states make way", () => {
  for (const text of ["A", "B", "C"]) act(text, text.repeat(1000));
  storage.room = [...storage.all.values()].reduce((sum, text) => sum + text.length, 0) + 20;
  act("D", "D".repeat(1000));
  assert.equal(typed(), "D".repeat(1000));
  assert.equal(acts().at(-1), "D");
  assert.ok(states().length < 4);
  undo();
  assert.equal(typed(), "C".repeat(1000));
});

test("what is filled in goes before what once was", () => {
  act("A", "A".repeat(1000));
  act("B", "");
  storage.room = 2000;
  type("C".repeat(1500));
  assert.equal(store.problem, "");
  assert.equal(JSON.parse(storage.all.get(DOCUMENT) ?? "").dossier.focus.length, 1500);
  assert.equal(storage.all.get(KEY), undefined);
  assert.deepEqual(acts(), ["A", "B"], "this page remembers");
  undo();
  assert.equal(typed()?.length, 1000);
});

test("where storage is blocked, this page remembers", () => {
  storage.blocked = true;
  type("A");
  act("een", "B");
  assert.equal(store.problem, "blocked");
  undo();
  assert.equal(typed(), "A");
  forget();
  assert.deepEqual(states(), []);
});

test("two tabs add to one list", () => {
  type("A");
  act("hier", "B");
  const [mine] = states();
  storage.all.set(KEY, JSON.stringify([mine, { ...mine, id: "x", act: "elders" }])); // not heard of yet
  act("weer hier", "C");
  assert.deepEqual(acts(), ["hier", "elders", "weer hier"]);
});

test("forgetting leaves nothing, or the latest", () => {
  for (const text of ["A", "B", "C"]) act(text, text);
  forget(1);
  assert.deepEqual(acts(), ["C"]);
  forget();
  assert.deepEqual(states(), []);
  assert.equal(storage.all.has(KEY), false);
});

test("who listens hears of acts, of typing and of another tab", () => {
  let heard = 0;
  history.subscribe(() => {
    heard += 1;
  });
  type("A");
  assert.equal(heard, 1);
  act("een", "B");
  assert.ok(heard > 1);
  const before = heard;
  elsewhere(KEY, "[]");
  assert.equal(heard, before + 1);
  assert.deepEqual(states(), []);
});

test("what another tab mended is worked with, and what was typed here is kept", () => {
  const sound = JSON.stringify({ version: 1, dossier: { focus: "elders" } });
  for (const [newValue, then] of [
    [sound, "elders"],
    [null, "hier"],
  ]) {
    elsewhere(DOCUMENT, "{oeps");
    store.read();
    type("hier");
    assert.equal(store.problem, "corrupt");
    elsewhere(DOCUMENT, newValue);
    assert.equal(store.problem, "");
    assert.equal(typed(), then);
    type("verder");
    assert.match(storage.all.get(DOCUMENT) ?? "", /verder/);
  }
});
