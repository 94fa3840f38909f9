// What a reader types, in the words of the guide: without accents, in another form, as parts of a compound, or with one
// letter wrong.

/** In small letters, without accents. */
const folded = (/** @type {string} */ text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Endings of plurals, verbs and nouns made of them; what is left has at least three letters. */
const ENDINGS = ["s", "e", "en", "n", "t", "ing", "ingen", "atie", "aties", "eren", "heid", "heden"];

/** What words of one family share: "noden" and "nood" give "nod", "evalueren" and "evaluatie" give "evalu". */
function rootsOf(/** @type {string} */ word) {
  const bare = folded(word).replace(/['’]s?$/, "");
  const shorter = ENDINGS.filter((ending) => bare.endsWith(ending) && bare.length - ending.length >= 3);
  return new Set([bare, ...shorter.map((ending) => bare.slice(0, -ending.length))].map(spelledAlike));
}

/** One spelling for long and short vowels, for ij and y, and for soft and hard consonants at the end: "prijz" is "prijs". */
const spelledAlike = (/** @type {string} */ root) =>
  root
    .replaceAll("ij", "y")
    .replace(/([aeou])\1/g, "$1")
    .replace(/([bcdfgklmnprst])\1$/, "$1")
    .replace(/v$/, "f")
    .replace(/z$/, "s");

/** Whether one letter more, less, other or swapped makes `b` of `a`. */
function differsByOne(/** @type {string} */ a, /** @type {string} */ b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = left.length === 2 && left === [...right].reverse().join("");
  return (left.length <= 1 && right.length <= 1) || swapped;
}

/** The words of the guide, to look up what a reader types. */
export class Vocabulary {
  /**
   * @param {Iterable<string>} words as they stand in the pages, in small letters
   * @param {Iterable<string>} telling those that say what a page is about: keywords, and words of its title
   */
  constructor(words, telling) {
    this.words = [...new Set(words)];
    this.telling = new Set(telling);
    /** @type {Map<string, string[]>} */
    this.byRoot = new Map();
    for (const word of this.words) {
      for (const root of rootsOf(word)) this.byRoot.set(root, [...(this.byRoot.get(root) ?? []), word]);
    }
  }

  /**
   * Words of the guide for a typed one, each with how close it is, from 0 to 1. Words with another
   * letter count when nothing else is found; parts of a compound when no page is about the whole.
   * @param {string} typed
   * @returns {Map<string, number>}
   */
  near(typed) {
    const found = new Map([...this.begun(typed), ...this.related(typed)]);
    if ([...found.keys()].some((word) => this.telling.has(word))) return found;
    const meant = found.size ? [] : this.mistyped(folded(typed));
    const loose = meant.length ? meant : this.parts(folded(typed)).filter((word) => !found.has(word));
    return new Map([...found, ...loose.map((word) => /** @type {[string, number]} */ ([word, 0.5]))]);
  }

  /** Words that begin with what was typed; the more of the word, the closer. */
  begun(/** @type {string} */ typed) {
    const start = folded(typed);
    const begun = this.words.filter((word) => folded(word).startsWith(start));
    return begun.map((word) => /** @type {[string, number]} */ ([word, 0.7 * (start.length / word.length)]));
  }

  /** Words of the same family, the same word closest. */
  related(/** @type {string} */ typed) {
    const words = [...rootsOf(typed)].flatMap((root) => this.byRoot.get(root) ?? []);
    const same = folded(typed);
    return words.map((word) => /** @type {[string, number]} */ ([word, folded(word) === same ? 1 : 0.9]));
  }

  /** The parts of a compound that the guide has: both, of like length before unlike; else the last, else the first. */
  parts(/** @type {string} */ compound) {
    const middle = compound.length / 2;
    const cuts = [...compound].map((_, at) => at).filter((at) => at >= 3 && compound.length - at >= 4);
    const split = (/** @type {number} */ at) => [compound.slice(0, at), compound.slice(at)].map(this.family, this);
    const both = [...cuts]
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
      .map(split)
      .find(([first, last]) => first.length && last.length);
    if (both) return both.flat();
    const halves = cuts.map(split);
    const last = halves.find(([, last]) => last.length)?.[1];
    return last ?? halves.findLast(([first]) => first.length)?.[0] ?? [];
  }

  /** @returns {string[]} the words of one family */
  family(/** @type {string} */ word) {
    return [...rootsOf(word)].flatMap((root) => this.byRoot.get(root) ?? []);
  }

  /** Words that differ by one letter; else those that begin so. */
  mistyped(/** @type {string} */ typed) {
    if (typed.length < 4) return [];
    const roots = [typed, ...rootsOf(typed)].filter((root) => root.length > 3);
    const whole = this.words.filter((word) => roots.some((root) => differsByOne(root, folded(word))));
    if (whole.length || typed.length < 6) return whole;
    return this.words.filter((word) => differsByOne(typed, folded(word).slice(0, typed.length)));
  }
}
