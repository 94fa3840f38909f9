// The figures of a form as a link carries them, after the `#` of the address:
//
//     cijfers_van=2026-11-23&fte=60&jaarloonkost=64.250,50&einde=3
//
// First comes the day of the figures, which decides the defaults of absent fields; then the fields; last the number of
// pairs before it. Without that number, or with another one, a part of the link was lost. It is a count and not a
// checksum, because it is the end that gets lost; people can read and write it, and it stays right if a program changes
// the separators. Older links have fields only, all of them, and it cannot be known whether they are complete.
import { DAY_OF_FIGURES, LONGEST_PASTED, LONGEST_TYPED } from "./contract.js";

/**
 * @typedef {{ choices?: string[], date?: boolean, table?: boolean }} Field the values that a field takes: choices, a
 * date, a table of numbers, or else a number
 */
/** @typedef {[name: string, value: string]} Pair */
/**
 * @typedef {object} Reading
 * @property {"none" | "whole" | "cut" | "foreign" | "double"} state no figures, all of them, a part, those of another
 * form, or two for one field
 * @property {Record<string, string>} values of a whole link: fields, and the day of the figures
 * @property {number} ignored how many pairs of a complete link this form does not know
 */

const END = "einde";
const LONGEST_LINK = 20_000; // characters: ours stay under 5,000, and programs on the way make them longer
/** Characters that mail programs add after an address, and with which no value ends. */
const BEHIND = " \t\r\n.,:!?<>()[]{}'\"«»‘’“”";

/**
 * A pasted table on one line: a link loses line ends and tabs on its way, and `;` ends a pair. Python reads `|` as the
 * end of a row.
 * @param {string} value
 */
function onOneLine(value) {
  const rows = value.split(/[\r\n]+/).filter((row) => row.trim());
  if (rows.length < 2 && !/[\t;]/.test(value)) return value;
  /** @param {string} row */
  const cells = (row) => row.split(/[\t;]/).map((cell) => cell.replace(/\s+/g, ""));
  return rows.map((row) => (/[\t;]/.test(row) ? cells(row).join(" ") : row).trim()).join("|");
}

/**
 * The part of an address after `#`.
 * @param {Iterable<Pair>} figures fields by name, as typed
 * @param {string} day of the figures: ISO
 */
export function write(figures, day) {
  const texts = Array.from(figures, ([name, value]) => [name, onOneLine(value)]);
  const pairs = [[DAY_OF_FIGURES, day], ...texts];
  const text = String(new URLSearchParams([...pairs, [END, String(pairs.length)]]));
  return text.replaceAll("+", "%20").replaceAll("%2C", ","); // a program cannot encode these twice
}

/**
 * Restore separators that programs encoded, perhaps more than once, or wrote as HTML. No value has a separator in it.
 * @param {string} text
 */
const mended = (text) =>
  text
    .replace(/%(?:25)+(?=[0-9a-f]{2})/gi, "%")
    .replace(/%(?:23|26|3b|3d)/gi, decodeURIComponent)
    .replace(/&(?:(?:amp|#0*38|#x0*26);)+/gi, "&");

/** @param {string} text */
function decoded(text) {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced; // a lone %
  }
}

/**
 * Without the marks that nobody sees and that chats and word processors insert, and with hyphens of one kind.
 * @param {string} text
 */
const plain = (text) => text.replace(/\p{Cf}/gu, "").replace(/[‐‑]/g, "-");

/**
 * The pairs in a text, without the line ends and spaces that mail programs insert, or what stands before a name.
 * @param {string} text
 * @returns {Pair[]}
 */
function pairsIn(text) {
  const parts = text.split(/[&;]/).filter((part) => part.includes("="));
  return parts.map((part) => {
    const at = part.indexOf("=");
    const [name] = plain(decoded(part.slice(0, at)))
      .replace(/\s/g, "")
      .match(/[\w-]*$/) ?? [""];
    const value = plain(decoded(part.slice(at + 1))).replace(/[\r\n\t]\s*/g, "");
    return [name, value.trim()];
  });
}

/** @param {string} value */
function withoutWhatIsBehind(value) {
  let end = value.length;
  while (end && BEHIND.includes(value[end - 1])) end -= 1;
  return value.slice(0, end);
}

/** @param {string} text */
function isDay(text) {
  const day = new Date(`${text}T00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().slice(0, 10) === text;
}

/**
 * Whether a field can have this value. Numbers only need a digit here, as Python checks them.
 * @param {string} value
 * @param {Field | undefined} field
 */
function fits(value, field) {
  if (!field || value.length > (field.table ? LONGEST_PASTED : LONGEST_TYPED)) return false;
  if (field.choices) return field.choices.includes(value);
  if (!value) return true;
  return field.date ? isDay(value) : /\d/.test(value) && !/[<>=#]/.test(value);
}

/**
 * Whether a link is complete: it has as many pairs as its end says, each name once, and a valid day if any.
 * @param {Pair[]} pairs all before the end
 * @param {string} end the value of the end mark, to which programs may have added text
 */
function isWhole(pairs, end) {
  const names = new Set(pairs.map(([name]) => name));
  const day = pairs.find(([name]) => name === DAY_OF_FIGURES);
  return Number(end.match(/^\d+/)?.[0]) === pairs.length && names.size === pairs.length && (!day || isDay(day[1]));
}

/**
 * @param {Reading["state"]} state
 * @param {Pair[]} [values]
 * @returns {Reading}
 */
const reading = (state, values = [], ignored = 0) => ({ state, values: Object.fromEntries(values), ignored });

/**
 * Read a link that has a day or an end mark.
 * @param {Pair[]} pairs
 * @param {number} end the index of the end mark, or -1
 * @param {Map<string, Field>} fields
 */
function readMarked(pairs, end, fields) {
  const before = pairs.slice(0, Math.max(end, 0));
  if (end < 0 || !isWhole(before, pairs[end][1])) return reading("cut");
  const day = before.filter(([name]) => name === DAY_OF_FIGURES);
  const known = before.filter(([name, value]) => fits(value, fields.get(name)));
  const ignored = before.length - day.length - known.length;
  return ignored && !known.length ? reading("foreign") : reading("whole", [...known, ...day], ignored);
}

/**
 * Read an older link of plain pairs. The text may also be something else, such as the id of a heading.
 * @param {Pair[]} pairs
 * @param {Map<string, Field>} fields
 */
function readPlain(pairs, fields) {
  const last = pairs.length - 1;
  const clean = pairs.map(([name, value], at) => [name, at === last ? withoutWhatIsBehind(value) : value]);
  const known = /** @type {Pair[]} */ (clean.filter(([name, value]) => fits(value, fields.get(name))));
  const hasFigures = known.some(([, value]) => value);
  const values = new Map(known);
  if (known.some(([name, value]) => values.get(name) !== value)) return reading("double");
  return hasFigures ? reading("whole", known, pairs.length - known.length) : reading("none");
}

/**
 * Read a link for a form. It never gives back anything but values of these fields and the day.
 * @param {string} text what the address has after `#`
 * @param {Map<string, Field>} fields of the form that a link may fill in, by name
 */
export function read(text, fields) {
  if (text.length > LONGEST_LINK) return reading("none");
  const pairs = pairsIn(mended(text));
  const end = pairs.findIndex(([name]) => name === END);
  const isMarked = end >= 0 || pairs.some(([name]) => name === DAY_OF_FIGURES);
  return isMarked ? readMarked(pairs, end, fields) : readPlain(pairs, fields);
}

/**
 * The address that was meant, if a program replaced its `#` by `%23`: no page of ours has that in its name.
 * @param {string} address
 * @returns {string | undefined} an address of the same host; nothing if this one was not changed
 */
export function withHash(address) {
  const url = new URL(address);
  const found = url.pathname.match(/^(.*?)%(?:25)*23(.+)$/i);
  if (!found) return undefined;
  [, url.pathname, url.hash] = found;
  url.search = ""; // added by programs that track readers
  return url.href;
}
