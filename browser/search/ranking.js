// Which page answers best: one that has what was typed among its keywords or in its title comes before one that only
// mentions it.

/** @typedef {{ location: string, title: string, text: string, boost?: number }} Section */

/**
 * The words of a page by where they stand, and how much its keywords count.
 * @typedef {Record<keyof typeof WORTH, Set<string>> & { boost: number }} PageWords
 */

/**
 * What a match is worth, by where it stands: keywords and title say what a page is about. Who types an abbreviation wants
 * its meaning, and so does who types a term, that is a whole heading.
 */
const WORTH = { abbreviations: 4, whole: 2.5, keywords: 3, title: 3, headings: 1, text: 0.3 };

export const pageOf = (/** @type {string} */ location) => location.split("#")[0];
const plain = (/** @type {string} */ html) => html.replace(/<[^>]*>/g, " ").replace(/&\w+;/g, " ");

/** @returns {string[]} the words of a text, in small letters */
export function wordsOf(/** @type {string} */ text, /** @type {RegExp} */ separator) {
  return plain(text)
    .toLowerCase()
    .replaceAll("%", " ")
    .split(separator)
    .filter((word) => word.length > 1 || /\d/.test(word));
}

/**
 * The words of each page, by where they stand. Keywords are in a `sub` (see macros/page_parts.py).
 * @param {Section[]} sections
 * @param {RegExp} separator
 */
export function pagesOf(sections, separator) {
  /** @type {Map<string, PageWords>} */
  const pages = new Map();
  for (const { location, title, text, boost } of sections) {
    const page = pages.get(pageOf(location)) ?? {
      keywords: new Set(wordsOf(text.match(/<sub>(.*?)<\/sub>/s)?.[1] ?? "", separator)),
      title: new Set(wordsOf(title, separator)),
      headings: new Set(),
      abbreviations: new Set(),
      whole: new Set(),
      text: new Set(),
      boost: boost ?? 1,
    };
    pages.set(pageOf(location), page);
    const heading = wordsOf(title, separator);
    for (const word of heading) page.headings.add(word);
    if (heading.length === 1) page.whole.add(heading[0]);
    for (const [word] of plain(title).matchAll(/\b[A-Z]{2,6}\b/g)) page.abbreviations.add(word.toLowerCase());
    for (const word of wordsOf(text, separator)) page.text.add(word);
  }
  return pages;
}

/**
 * How much each typed word weighs: the fewer pages have it, the more (inverse document frequency).
 * @param {PageWords[]} pages
 * @param {Map<string, number>[]} typed for each typed word, the words of the guide and how close each is
 */
export function rarity(pages, typed) {
  return typed.map((near) => {
    const having = pages.filter((page) => bestOf(near, page.text) >= 0.5 || bestOf(near, page.headings) >= 0.5);
    return 0.05 + Math.log(pages.length / Math.max(1, having.length)) ** 1.5;
  });
}

/** How close the closest word is that stands in a place; 0 where none does. */
function bestOf(/** @type {Map<string, number>} */ near, /** @type {Set<string>} */ place) {
  return Math.max(0, ...[...near].map(([word, closeness]) => (place.has(word) ? closeness : 0)));
}

/**
 * How well a page answers: for each typed word the best of each place.
 * @param {PageWords} page
 * @param {Map<string, number>[]} typed for each typed word, the words of the guide and how close each is
 * @param {number[]} weights how much each typed word counts: see `rarity`
 */
export function scoreOf(page, typed, weights) {
  const scores = typed.map((near, at) => {
    const best = (/** @type {Set<string>} */ place) => bestOf(near, place);
    const named = Number(best(page.abbreviations) === 1);
    const keyword = WORTH.keywords * best(page.keywords) * page.boost ** 0.25;
    const whole = WORTH.whole * Number(typed.length === 1 && best(page.whole) >= 0.9);
    return (
      weights[at] *
      (Math.max(keyword, whole) +
        WORTH.title * best(page.title) +
        WORTH.abbreviations * named +
        WORTH.headings * best(page.headings) +
        WORTH.text * best(page.text))
    );
  });
  return scores.reduce((sum, score) => sum + score, 0);
}
