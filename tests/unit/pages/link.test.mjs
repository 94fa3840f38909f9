// What a link carries, and what is made of one that was changed on its way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, withHash, write } from "../../../docs/assets/js/link.js";

/** @typedef {{ name: string, value: string, choices: string[] | null, date: boolean, linked: boolean, private: boolean }} Control */
/** @type {Record<string, Control[]>} the fields of the real forms */
const FORMS = JSON.parse(process.env.FORMS ?? "{}");
/** @type {Record<string, string>[]} budgets of four and of eight posts, all filled in */
const FULL = JSON.parse(process.env.FULL ?? "[]");
const DAY = "2026-11-23";
const HOST = "https://www.voorbeeldegem-aan-de-schelde.be/jeugd/verbindingsambassadeur/rekenhulp/budget/";

/** @param {string} form */
const fieldsOf = (form) =>
  new Map(FORMS[form].map(({ name, choices, date }) => [name, { choices: choices ?? undefined, date }]));
const BUDGET = fieldsOf("budget");

/** @param {string} name */
const defaultOf = (name) => FORMS.budget.find((one) => one.name === name)?.value;

/** Something that a reader may fill in. @param {Control} control @returns {[string, string]} */
const filled = ({ name, choices, date }) => [
  name,
  choices ? choices[choices.length - 1] : date ? "2028-02-29" : "64.250,50",
];

/** @type {[string, string][]} */
const FIGURES = [
  ["fte", "62,5 %"],
  ["loonbasis", "opbouw"],
  ["in_dienst", ""],
  ["startdatum", "2027-03-01"],
  ["jaarsalaris", "1 000+2"],
];
const VALUES = { ...Object.fromEntries(FIGURES), cijfers_van: DAY };
const LINK = write(FIGURES, DAY);
const PLAIN = "fte=60&loonbasis=opbouw&in_dienst=&jaarsalaris=64.250%2C50";
const PLAIN_VALUES = { fte: "60", loonbasis: "opbouw", in_dienst: "", jaarsalaris: "64.250,50" };

/** @param {string} text @param {typeof BUDGET} [fields] */
function valuesOf(text, fields = BUDGET) {
  const { state, values, ignored } = read(text, fields);
  assert.deepEqual([state, ignored], ["whole", 0], text);
  return values;
}
/** @param {string} text */
const stateOf = (text) => read(text, BUDGET).state;

test("a link has the day, what was filled in, and how many pairs that is", () => {
  assert.equal(write([["fte", "62,5"]], DAY), "cijfers_van=2026-11-23&fte=62,5&einde=2");
  assert.equal(write([], DAY), "cijfers_van=2026-11-23&einde=1");
  assert.deepEqual(valuesOf(write([], DAY)), { cijfers_van: DAY });
});

test("what is written is read, in every field of every form", () => {
  assert.deepEqual(valuesOf(LINK), VALUES);
  for (const [form, controls] of Object.entries(FORMS)) {
    const figures = controls.map(filled);
    assert.deepEqual(valuesOf(write(figures, DAY), fieldsOf(form)), {
      ...Object.fromEntries(figures),
      cijfers_van: DAY,
    });
    const defaults = controls.map(({ name, value }) => /** @type {[string, string]} */ ([name, value]));
    assert.deepEqual(valuesOf(write(defaults, DAY), fieldsOf(form)), {
      ...Object.fromEntries(defaults),
      cijfers_van: DAY,
    });
  }
});

test("a link holds no sign at which a program ends it, or that it would encode", () => {
  assert.match(write(FORMS.budget.map(filled), DAY), /^[\w.,&=-]+$/);
  assert.match(LINK, /^[\w.,&=%-]+$/);
});

test("four posts fit in 2,900 characters and eight in 5,000, also when every figure is changed", () => {
  for (const [index, most] of [2900, 5000].entries()) {
    const changed = Object.entries(FULL[index]).filter(([name, value]) => value !== defaultOf(name));
    const full = write(changed, DAY);
    assert.ok(full.length > most / 2, "a budget that is filled in");
    assert.ok(HOST.length + 1 + full.length < most, String(full.length));
  }
  const four = FORMS.budget.filter(({ name }) => !/_[5-8]$/.test(name));
  const usual = four.filter(({ name, linked }) => linked || /^(posts|profiel|fte|in_dienst)/.test(name));
  const packed = encodeURIComponent(`${HOST}#${write(usual.map(filled), DAY)}`);
  assert.ok(packed.length < 1300, "also in the address of a service that checks links");
});

test("a pasted table arrives as one line, with its rows apart", () => {
  const fields = new Map([["schaal", { choices: undefined, date: false, table: true }]]);
  /** @param {string} value */
  const arrived = (value) => valuesOf(write([["schaal", value]], DAY), fields).schaal;
  assert.equal(arrived("Trap\tB1\n0\t17 300,50\r\n1\t€ 17.400\n"), "Trap B1|0 17300,50|1 €17.400");
  assert.equal(arrived("1-9-2026; 2,2080\n1-3-2027; 2,2522"), "1-9-2026 2,2080|1-3-2027 2,2522");
  assert.equal(arrived("0 17.300"), "0 17.300");
  const long = Array.from({ length: 60 }, (_, step) => `${step}\t17.300\t18.000`).join("\n");
  assert.equal(arrived(long).split("|").length, 60);
});

test("a link that lost its end is told", () => {
  for (let length = LINK.indexOf("=") + 1; length < LINK.length; length += 1)
    assert.equal(stateOf(LINK.slice(0, length)), "cut", LINK.slice(0, length));
  for (let length = 0; length < LINK.indexOf("="); length += 1) assert.equal(stateOf(LINK.slice(0, length)), "none");
  const many = write(FORMS.budget.slice(0, 19).map(filled), DAY);
  assert.equal(stateOf(many), "whole");
  assert.equal(stateOf(many.slice(0, -1)), "cut", "2 of 20");
});

test("so is one that lost, doubled or gained a pair in the middle", () => {
  const pairs = LINK.split("&");
  for (const at of pairs.slice(0, -1).keys()) {
    assert.equal(stateOf(pairs.toSpliced(at, 1).join("&")), "cut");
    assert.equal(stateOf(pairs.toSpliced(at, 0, pairs[at]).join("&")), "cut");
    assert.equal(stateOf(pairs.toSpliced(at, 1, pairs[(at + 1) % 4]).join("&")), "cut", "the count is right");
  }
});

test("a day that is none makes a damaged link", () => {
  for (const day of ["", "2026-13-01", "2026-02-30", "gisteren", "2026-1-1"])
    assert.equal(stateOf(write(FIGURES, day)), "cut");
});

/** @type {Record<string, (link: string) => string>} */
const PROGRAMS = {
  "HTML in the text": (link) => link.replaceAll("&", "&amp;"),
  "HTML in HTML": (link) => link.replaceAll("&", "&amp;amp;"),
  "a decimal reference": (link) => link.replaceAll("&", "&#38;"),
  "a hexadecimal reference": (link) => link.replaceAll("&", "&#x26;"),
  "a reference that lost its &": (link) => link.replaceAll("&", ";amp;"),
  "encoded pairs": (link) => link.replaceAll("&", "%26"),
  "encoded in small letters": (link) => link.replaceAll("=", "%3d"),
  "encoded HTML": (link) => encodeURIComponent(link.replaceAll("&", "&amp;")),
  "encoded twice": encodeURIComponent,
  "encoded thrice": (link) => encodeURIComponent(encodeURIComponent(link)),
  "encoded four times": (link) => encodeURIComponent(encodeURIComponent(encodeURIComponent(link))),
  "only % encoded": (link) => link.replaceAll("%", "%25"),
  "a second #": (link) => `#${link}`,
  "an encoded #": (link) => `%23${link}`,
  "spaces around it": (link) => `%20${link}%20`,
  "lines around it": (link) => `%0D%0A${link}%0A`,
  "a mail's brackets": (link) => `${link}>`,
  "encoded brackets": (link) => `${link}%3E`,
  "the end of a sentence": (link) => `${link}.`,
  "words in brackets": (link) => `${link}).`,
  "a quotation": (link) => `${link}%22,`,
  "lines of 76": (link) => link.replace(/.{25}/g, "$&%0D%0A%20"),
  "an empty pair": (link) => `&${link.replace("&", "&&")}`,
};

for (const [name, changes] of Object.entries(PROGRAMS))
  test(`a link survives ${name}`, () => {
    assert.deepEqual(valuesOf(changes(LINK)), VALUES);
    assert.deepEqual(valuesOf(changes(PLAIN)), PLAIN_VALUES);
    assert.equal(stateOf(changes(LINK).slice(0, -12)), "cut");
  });

test("what is put behind a link is not of it", () => {
  for (const more of [
    "&fbclid=IwAR0",
    "&fte=99",
    "?utm_source=nieuwsbrief&x=1",
    " kijk eens",
    "https://voorbeeld.be/#fte=1",
  ])
    assert.deepEqual(valuesOf(LINK + more), VALUES);
});

test("links of before have no mark", () => {
  assert.deepEqual(valuesOf(PLAIN), PLAIN_VALUES);
  assert.deepEqual(valuesOf("fte=50;jaarloonkost=70.000"), { fte: "50", jaarloonkost: "70.000" });
  assert.deepEqual(valuesOf("fte=50%26jaarloonkost%3D70.000"), { fte: "50", jaarloonkost: "70.000" });
  assert.equal(stateOf("fte=60&fte=70"), "double", "nobody knows which of two is meant");
  assert.deepEqual(valuesOf("jaarsalaris=61+400&fte=80%"), { jaarsalaris: "61 400", fte: "80%" });
});

test("a place in the page is no link", () => {
  for (const place of [
    ...["", "#", "fte", "resultaat", "term-vte", "%", "=", "=60", "&&&;;", "x=1&y=2", "fte=", "fte=&in_dienst="],
    ...["fte=veel", "loonbasis=xyz", "startdatum=morgen", "startdatum=2027-02-30", "fte=<b>1</b>", "FTE=60"],
    ...[`fte=${"1".repeat(501)}`, `fte=60&x=${"1".repeat(20_000)}`, ":~:text=60"],
  ])
    assert.deepEqual(read(place, BUDGET), { state: "none", values: {}, ignored: 0 }, place.slice(0, 40));
});

test("what the form doesn't know is counted, and not given back", () => {
  const known = { fte: "60", cijfers_van: DAY };
  const figures = /** @type {[string, string][]} */ ([
    ["fte", "60"],
    ["naam", "An"],
    ["loonbasis", "xyz"],
  ]);
  assert.deepEqual(read(write(figures, DAY), BUDGET), { state: "whole", values: known, ignored: 2 });
  assert.deepEqual(read("fte=60&onbekend=1", BUDGET), { state: "whole", values: { fte: "60" }, ignored: 1 });
});

test("a link for another form is told", () => {
  const link = write(FORMS.keuzehulp.slice(0, 7).map(filled), DAY);
  assert.equal(read(link, fieldsOf("keuzehulp")).state, "whole");
  assert.deepEqual(read(link, BUDGET), { state: "foreign", values: {}, ignored: 0 });
});

test("names that every object has are unknown ones", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "__defineGetter__", "prototype"];
  for (const link of [
    write(
      names.map((name) => [name, "1"]),
      DAY,
    ),
    names.map((name) => `${name}=1`).join("&"),
  ]) {
    assert.notEqual(stateOf(link), "whole");
    const { state, values, ignored } = read(`fte=60&${names.map((name) => `${name}=1`).join("&")}`, BUDGET);
    assert.deepEqual([state, Object.keys(values), ignored], ["whole", ["fte"], 6]);
  }
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

/** The same numbers in each run. @param {number} seed */
function chance(seed) {
  let state = seed;
  return (/** @type {number} */ most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

/** Pieces from which hostile links are made: separators, names and values. */
const HOSTILE_PARTS = [
  ...[
    "&",
    "=",
    ";",
    "%",
    "%25",
    "%26",
    "%3D",
    "%00",
    "%E2%82",
    "%0A",
    "#",
    "<script>",
    "\ud800",
    "😀",
    "&amp;",
    "&#38;",
  ],
  ...[
    "__proto__",
    "constructor",
    "fte",
    "loonbasis",
    "opbouw",
    "einde",
    "cijfers_van",
    DAY,
    "1",
    "-1",
    "9".repeat(400),
  ],
  ...["fte=60", "einde=1", "cijfers_van=", "javascript:alert(1)", " ", "+", "\u202e", "jaarloonkost=1e999", "[]", "{}"],
];

test("500 hostile texts give known fields or nothing", () => {
  const draw = chance(7);
  for (let count = 0; count < 500; count += 1) {
    const text = Array.from({ length: 1 + draw(40) }, () => HOSTILE_PARTS[draw(HOSTILE_PARTS.length)]).join("");
    const { state, values } = read(text, BUDGET);
    assert.ok(["none", "whole", "cut", "foreign", "double"].includes(state));
    for (const [name, value] of Object.entries(values)) {
      assert.ok(name === "cijfers_van" || BUDGET.has(name), text);
      assert.doesNotMatch(value, /[<>&=;\n]/);
    }
  }
});

test("a huge text costs no time", () => {
  const since = performance.now();
  for (const part of ["%25", " ", "&amp;", "amp;", "%0A ", "=&", "fte=60&", ".", "%23", "1"])
    for (const text of [part.repeat(20_000 / part.length), part.repeat(500_000), `fte=1${part.repeat(5000)}x`])
      read(text, BUDGET);
  assert.ok(performance.now() - since < 2000);
});

test("where a program put %23 for #, the page that was meant is known", () => {
  assert.equal(withHash(`${HOST}%23${LINK}`), `${HOST}#${LINK}`);
  assert.equal(withHash(`${HOST}%2523fte=60`), `${HOST}#fte=60`);
  assert.equal(withHash(`${HOST}%23fte%3D60%26posts%3D2?utm_source=mail`), `${HOST}#fte%3D60%26posts%3D2`);
  assert.equal(withHash("https://voorbeeld.be/gids/bronnen/%23term"), "https://voorbeeld.be/gids/bronnen/#term");
  assert.equal(withHash("https://voorbeeld.be/%23a%23b"), "https://voorbeeld.be/#a%23b");
});

test("any other address is left alone, and no address leads to another host", () => {
  for (const address of [HOST, `${HOST}#fte=60`, `${HOST}?a=%23b`, `${HOST}%23`, `${HOST}%2`])
    assert.equal(withHash(address), undefined);
  for (const path of [
    "//kwaad.example/%23a=1",
    "/\\kwaad.example/%23a=1",
    "/%2F%2Fkwaad.example%23a=1",
    "/@kwaad.example%23a",
  ])
    assert.equal(new URL(withHash(`https://voorbeeld.be${path}`) ?? "").host, "voorbeeld.be");
});
