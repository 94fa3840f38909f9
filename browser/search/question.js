// Between the page and the theme's search: a question gets the guide's own words for what was typed, and of the answer
// the pages come in our order.
import { pageOf, pagesOf, rarity, scoreOf, wordsOf } from "./ranking.js";
import { Vocabulary } from "./words.js";

/** @typedef {{ location: string, terms: Record<string, boolean> }} Item */

/** The theme's own signs in a question: + - " ^ ~ * and a field's name with a colon. */
const SIGNS = /(?:^|\s)[+-]|["^~*]|\w:/;

/** @param {{ config: { separator: string }, docs: import("./ranking.js").Section[] }} index that the theme searches */
export function learn({ config, docs }) {
  const separator = new RegExp(config.separator);
  const pages = pagesOf(docs, separator);
  const all = [...pages.values()];
  const topicWords = all.flatMap((page) => [...page.keywords, ...page.title]);
  const vocabulary = new Vocabulary(
    [...topicWords, ...all.flatMap((page) => [...page.headings, ...page.text])],
    topicWords,
  );

  /**
   * Each content word of a question, with the guide's words near it; none where the question has signs of the theme's.
   * @param {string} question
   * @param {(word: string) => unknown} isContentWord whether a word is more than "the" or "and"
   */
  const typed = (question, isContentWord) => {
    const words = SIGNS.test(question) ? [] : joined(wordsOf(question, separator), vocabulary);
    const contentWords = words.filter(isContentWord);
    return new Map((contentWords.length ? contentWords : words).flatMap((word) => vocabulary.near(word)));
  };

  /** How well the parts of one page that were found answer a question. */
  const scoring = (/** @type {Near} */ near) => {
    const words = [...near.values()];
    const weights = rarity(all, words);
    return (/** @type {Item[]} */ [item]) => {
      const page = pages.get(pageOf(item.location));
      return page ? scoreOf(page, words, weights) : 0;
    };
  };

  return { typed, scoring };
}

/** Words of a question, where two that the guide writes as one are one: "uit-pas" and "kost prijs". */
function joined(/** @type {string[]} */ words, /** @type {Vocabulary} */ vocabulary) {
  /** @type {string[]} */
  const result = [];
  for (const word of words) {
    const whole = (result.at(-1) ?? "") + word;
    if (result.length && whole.length > 4 && vocabulary.has(whole)) result[result.length - 1] = whole;
    else result.push(word);
  }
  return result;
}

/** @typedef {Map<string, Map<string, number>>} Near typed words, each with words of the guide and how close these are */

/** The question with the guide's words added. The theme finds what begins with a word without being told. */
export function widened(/** @type {string} */ question, /** @type {Near} */ typed) {
  const asked = new Set(question.toLowerCase().split(/[\s\-,/]+/));
  const added = [...typed].flatMap(([word, near]) =>
    [...near.keys()].filter((other) => !(asked.has(word) && other.startsWith(word))),
  );
  return [question, ...added].join(" ");
}

/** The pages found, the best first, each with the words that it has and that it lacks. */
export function ordered(
  /** @type {Item[][]} */ pages,
  /** @type {Near} */ typed,
  /** @type {(items: Item[]) => number} */ score,
) {
  const scored = pages.map((items) => ({ items, score: score(items) }));
  const best = scored.sort((a, b) => b.score - a.score);
  return best.map(({ items }) => items.map((item) => ({ ...item, terms: termsOf(item.terms, typed) })));
}

/** Of each typed word, which forms of it an item has: an added word that is not there is not missed. */
function termsOf(/** @type {Record<string, boolean>} */ found, /** @type {Near} */ typed) {
  const had = Object.entries(found).filter(([, has]) => has);
  const missed = [...typed].filter(([word, near]) => !had.some(([term]) => term === word || near.has(term)));
  return Object.fromEntries([...had, ...missed.map(([word]) => [word, false])]);
}
