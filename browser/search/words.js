// What a reader types, in the words of the guide: without accents, in another form, as parts of a compound, or with one
// letter wrong.

/** In small letters, without accents. */
const folded = (/** @type {string} */ text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Endings of plurals, verbs and nouns made of them; what is left has at least three letters. */
const ENDINGS = ["s", "e", "en", "n", "t", "ing", "ingen", "atie", "aties", "eren", "heid", "heden"];

/** Endings of small things, persons, verbs and adjectives, tried when nothing else is found; four letters are left. */
const FURTHER = "je jes ke ken kes tje tjes er ers ant anten ering eringen eerd eert ig igen igt isch".split(" ");

/** Endings by which a part of a compound may differ from the guide's word. */
const LINKING = ["s", "e", "en", "n"];

/** Words that say little of a page when they are a part of a longer one: "kredietaanvraag" is no question. */
const WEAK = new Set(
  `aanvraag aanvragen algemeen beleid boek dagen deel delen dienst diensten een goed groep groepen hele hulp jaar jaren
  kaart kijk lijst maak maken meer naar open over plan plannen punt punten raad soort soorten stand stap stuk tijd voor vorm vraag
  vragen waar week weken werk werken werking wijze zaken`.split(/\s+/),
);

/** What words of one family share: "noden" and "nood" give "nod", "evalueren" and "evaluatie" give "evalu". */
function rootsOf(/** @type {string} */ word, endings = ENDINGS, least = 3) {
  const bare = folded(word).replace(/['’]s?$/, "");
  const shorter = endings.filter((ending) => bare.endsWith(ending) && bare.length - ending.length >= least);
  return new Set([bare, ...shorter.map((ending) => bare.slice(0, -ending.length))].map(spelledAlike));
}

/**
 * One spelling for what sounds alike: long and short vowels, ij and ei and y, c and k or s, and soft and hard consonants at
 * the end. "Prijz" is "prijs", and "vakature" is "vacature".
 */
const spelledAlike = (/** @type {string} */ root) =>
  root
    .replace(/ij|ei|ie$/g, "y")
    .replaceAll("ck", "k")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/c(?!h)/g, "k")
    .replace(/dt$/, "t")
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

/** How close words are that are no form of the typed one: alone, and beside words that are. */
const LOOSE = { alone: 0.5, beside: 0.03 };

const closeBy = (/** @type {string[]} */ words, /** @type {number} */ closeness) =>
  new Map(words.map((word) => [word, closeness]));

/** The words of the guide, to look up what a reader types. */
export class Vocabulary {
  /**
   * @param {Iterable<string>} words as they stand in the pages, in small letters
   * @param {Iterable<string>} topicWords those that say what a page is about: keywords, and words of its title
   */
  constructor(words, topicWords) {
    this.words = [...new Set(words)];
    this.topicWords = new Set(topicWords);
    /** @type {Map<string, string[]>} */
    this.byRoot = new Map();
    for (const word of this.words) {
      for (const root of rootsOf(word)) this.byRoot.set(root, [...(this.byRoot.get(root) ?? []), word]);
    }
  }

  /**
   * Words of the guide for a typed one, each with how close it is, from 0 to 1. What only resembles the word counts when
   * nothing else is found; parts of a compound also when no page is about the whole, but behind the pages that have it.
   * A compound of which nothing is known but its parts counts as these parts.
   * @param {string} typed
   * @returns {[string, Map<string, number>][]}
   */
  near(typed) {
    const found = new Map([...this.begun(typed), ...this.related(typed)]);
    if ([...found.keys()].some((word) => this.topicWords.has(word))) return [[typed, found]];
    const parts = () => this.parts(folded(typed));
    if (found.size) {
      const others = parts().flatMap((part) => this.part(part));
      return [[typed, new Map([...closeBy(others, LOOSE.beside), ...found])]];
    }
    const resembling = this.resembling(typed);
    if (resembling.length) return [[typed, closeBy(resembling, LOOSE.alone)]];
    const known = parts().map((part) => /** @type {[string, Map<string, number>]} */ ([part, this.half(part)]));
    return known.length ? known : [[typed, found]];
  }

  /** The first of these that gives words: another form, a letter wrong, the end of longer words. */
  resembling(/** @type {string} */ typed) {
    const ways = [() => this.family(typed, FURTHER, 4), () => this.mistyped(typed), () => this.ended(typed)];
    for (const way of ways) {
      const words = way();
      if (words.length) return words;
    }
    return [];
  }

  /** The words for a part of a compound, half as close as for the part alone. */
  half(/** @type {string} */ part) {
    return closeBy(this.part(part), LOOSE.alone);
  }

  /** Words that begin with what was typed; the more of the word, the closer. */
  begun(/** @type {string} */ typed) {
    const start = folded(typed);
    const begun = this.words.filter((word) => folded(word).startsWith(start));
    return begun.map((word) => /** @type {[string, number]} */ ([word, 0.7 * (start.length / word.length)]));
  }

  /** Words of the same family, the same word closest. */
  related(/** @type {string} */ typed) {
    const same = folded(typed);
    return this.family(typed).map((word) => /** @type {[string, number]} */ ([word, folded(word) === same ? 1 : 0.9]));
  }

  /** @returns {string[]} the words of one family */
  family(/** @type {string} */ word, endings = ENDINGS, least = 3) {
    return [...rootsOf(word, endings, least)].flatMap((root) => this.byRoot.get(root) ?? []);
  }

  /**
   * The parts of a compound that the guide has: of the cuts that it knows on both sides the most even one, else the
   * longest part that says what a page is about or is most of the word.
   */
  parts(/** @type {string} */ compound) {
    const cuts = [...compound].map((_, at) => at).filter((at) => at >= 3 && compound.length - at >= 3);
    const halves = cuts.map((at) => [compound.slice(0, at), compound.slice(at)]);
    const even = halves.sort(([a, b], [c, d]) => Math.abs(a.length - b.length) - Math.abs(c.length - d.length));
    const both = even.find((parts) => parts.every((part) => WEAK.has(part) || this.part(part).length));
    if (both) return both.filter((part) => !WEAK.has(part));
    const short = (/** @type {number} */ at) => compound.length >= 8 - at && compound.length <= 13; // the last says more
    const likely = even.flatMap((parts) =>
      parts.filter((part, at) => part.length > 4 || (part.length === 4 && short(at))),
    );
    const alone = likely.filter((part) => this.part(part, compound.length / 2).length);
    return alone.sort((a, b) => b.length - a.length).slice(0, 1);
  }

  /**
   * @returns {string[]} the words for a part of a compound: none for a weak one, for a short one only topic words,
   *   for a long one that is unknown topic words that begin so
   */
  part(/** @type {string} */ part, least = 0) {
    if (WEAK.has(part)) return [];
    const roots = rootsOf(part, LINKING);
    const same = this.family(part).filter((word) => [...rootsOf(word, LINKING)].some((root) => roots.has(root)));
    const known = part.length < 6 || part.length < least ? same.filter((word) => this.topicWords.has(word)) : same;
    if (known.length || part.length < 6) return known;
    return [...this.topicWords].filter((word) => folded(word).startsWith(part));
  }

  /** Whether the guide has the word itself. */
  has(/** @type {string} */ word) {
    return this.family(word).some((other) => folded(other) === folded(word));
  }

  /** Longer words that end with what was typed. */
  ended(/** @type {string} */ typed) {
    const end = folded(typed);
    return end.length < 6 ? [] : this.words.filter((word) => folded(word).endsWith(end));
  }

  /** Words that differ by one letter, not the first, also where they sound alike; else those that begin so. */
  mistyped(/** @type {string} */ word) {
    const typed = folded(word);
    if (typed.length < 4) return [];
    const alike = (/** @type {string} */ one, /** @type {string} */ other) =>
      one[0] === other[0] && other.length > 4 && differsByOne(one, other);
    const roots = [typed, ...rootsOf(typed)].filter((root) => root.length > 3);
    const whole = this.words.filter((word) => roots.some((root) => alike(root, folded(word))));
    if (whole.length || typed.length < 6) return whole;
    const sound = spelledAlike(typed);
    const sounding = this.words.filter((word) => alike(sound, spelledAlike(folded(word))));
    if (sounding.length) return sounding;
    return this.words.filter((word) => alike(typed, folded(word).slice(0, typed.length)));
  }
}
