// The figures of a form as a link carries them, after the `#` of the address:
//
//     cijfers_van=2026-11-23&fte=60&jaarloonkost=64.250,50&einde=3
//
// First the day of the figures, by which fields that are absent get their defaults; then the fields; last the number of
// pairs before it. Who lacks that number, or finds another one, has part of a link. It is a count and no checksum, as it
// is ends that get lost on the way; a count can be read and written by hand, and stays right when a program changed the
// signs between the pairs. Older links are fields only, all of them, and nothing can tell whether they are whole.
import { DAY_OF_FIGURES } from "./contract.js";

/** @typedef {{ choices?: string[], date?: boolean }} Field what a field takes: one of these choices, a day, or else a number */
/** @typedef {[name: string, value: string]} Pair */
/**
 * @typedef {object} Reading
 * @property {"none" | "whole" | "cut" | "foreign"} state no figures; all that was sent; part of it; all for other forms
 * @property {Record<string, string>} values of a whole link: fields, and the day of the figures
 * @property {number} ignored how many pairs of a whole link this form can do nothing with
 */

const END = "einde";
const LONGEST = 20_000; // characters: ours stay under 2,400, and programs on the way make them longer
const LONGEST_VALUE = 500;
/** What a mail puts behind an address, and no value ends with. */
const BEHIND = " \t\r\n.,:!?<>()[]{}'\"«»‘’“”";

/**
 * The part of an address after `#`.
 * @param {Iterable<Pair>} figures fields by name, as typed
 * @param {string} day of the figures: ISO
 */
export function write(figures, day) {
  const pairs = [[DAY_OF_FIGURES, day], ...figures];
  const text = String(new URLSearchParams([...pairs, [END, String(pairs.length)]]));
  return text.replaceAll("+", "%20").replaceAll("%2C", ","); // what is not encoded can't be encoded twice
}

/**
 * Put right what programs make of the signs between the pairs: encoded, also more than once, or as HTML. No value holds
 * such a sign.
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
 * The pairs in a text, without the ends of lines and the spaces that a mail puts in.
 * @param {string} text
 * @returns {Pair[]}
 */
function pairsIn(text) {
  const parts = text.split(/[&;]/).filter((part) => part.includes("="));
  return parts.map((part) => {
    const at = part.indexOf("=");
    const name = decoded(part.slice(0, at)).replace(/[\s#?<]/g, "");
    const value = decoded(part.slice(at + 1)).replace(/[\r\n\t]\s*/g, "");
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
 * Whether a value can be one of this field. Python judges numbers; what has no digit can't be one.
 * @param {string} value
 * @param {Field | undefined} field
 */
function fits(value, field) {
  if (!field || value.length > LONGEST_VALUE) return false;
  if (field.choices) return field.choices.includes(value);
  if (!value) return true;
  return field.date ? isDay(value) : /\d/.test(value) && !/[<>=#]/.test(value);
}

/**
 * Whether a link with a day or an end has both ends, and nothing is in it twice.
 * @param {Pair[]} pairs all before the end
 * @param {string} end what stands in the end mark; programs add to it
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
 * Read a link that carries its day and its end.
 * @param {Pair[]} pairs
 * @param {number} end the place of the end mark, if there is one
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
 * Read a link of before: plain pairs, which may as well be the place of a title in the page.
 * @param {Pair[]} pairs
 * @param {Map<string, Field>} fields
 */
function readPlain(pairs, fields) {
  const last = pairs.length - 1;
  const clean = pairs.map(([name, value], at) => [name, at === last ? withoutWhatIsBehind(value) : value]);
  const known = /** @type {Pair[]} */ (clean.filter(([name, value]) => fits(value, fields.get(name))));
  const tells = known.some(([, value]) => value);
  return tells ? reading("whole", known, pairs.length - known.length) : reading("none");
}

/**
 * What a link says to a form. Of what is in it only the values of these fields are ever given back.
 * @param {string} text what the address has after `#`
 * @param {Map<string, Field>} fields of the form that a link may fill in, by name
 */
export function read(text, fields) {
  if (text.length > LONGEST) return reading("none");
  const pairs = pairsIn(mended(text));
  const end = pairs.findIndex(([name]) => name === END);
  const isMarked = end >= 0 || pairs.some(([name]) => name === DAY_OF_FIGURES);
  return isMarked ? readMarked(pairs, end, fields) : readPlain(pairs, fields);
}

/**
 * The address that was meant, where a program put `%23` in the place of `#`: no page of ours has that in its name.
 * @param {string} address
 * @returns {string | undefined} an address of the same host, if this is such a one
 */
export function withHash(address) {
  const url = new URL(address);
  const found = url.pathname.match(/^(.*?)%(?:25)*23(.+)$/i);
  if (!found) return undefined;
  [, url.pathname, url.hash] = found;
  url.search = ""; // what programs that follow readers put behind it
  return url.href;
}
