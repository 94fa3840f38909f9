// What a link carries, also after programs on the way changed it; and the text of a file in any encoding.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./scope.mjs";
import { textOf } from "../../../../docs/assets/js/chosen-file.js";
import { read } from "../../../../docs/assets/js/link.js";

const FIELDS = new Map([
  ["fte", {}],
  ["startdatum", { date: true }],
  ["loonbasis", { choices: ["bedrag", "maand"] }],
]);
const FIGURES = { fte: "60", startdatum: "2027-03-01", loonbasis: "maand" };
const LINK = "cijfers_van=2026-11-23&fte=60&startdatum=2027-03-01&loonbasis=maand&einde=4";
const WHOLE = { state: "whole", values: { ...FIGURES, cijfers_van: "2026-11-23" }, ignored: 0 };

test("what programs insert in a link that nobody sees, or before it, is left out", () => {
  const changed = [
    LINK,
    `/#${LINK}`,
    `!${LINK}`,
    `Zie: ${LINK}`,
    LINK.replace("fte", "f\u200bte"),
    LINK.replace("fte", "f%E2%80%8Bte"),
    LINK.replace("maand", "ma\u00adand"),
    LINK.replaceAll("2027-03-01", "2027\u201103\u201101"),
    LINK.replaceAll("&", "&\r\n "),
    `\u200e${LINK}\u200e`,
  ];
  for (const text of changed) assert.deepEqual(read(text, FIELDS), WHOLE, JSON.stringify(text));
});

test("two values for one field are not chosen between", () => {
  assert.equal(read("fte=50&fte=60", FIELDS).state, "double");
  assert.equal(read(LINK.replace("&einde=4", "&fte=70&einde=5"), FIELDS).state, "cut");
  assert.deepEqual(read("fte=50&fte=50", FIELDS), { state: "whole", values: { fte: "50" }, ignored: 0 });
});

test("a file is read in the encoding in which a program saved it", async () => {
  const text = "Zoë – één € 5";
  const wide = Buffer.from(text, "utf16le");
  const saved = [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
  ];
  for (const bytes of saved) assert.equal(await textOf(new Blob([bytes])), text, bytes.toString("hex"));
  assert.equal(await textOf(new Blob([Buffer.from("Zoë één", "latin1")])), "Zoë één");
  assert.equal(await textOf(new Blob([])), "");
});
