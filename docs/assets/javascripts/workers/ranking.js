// Which page answers best: one that has what was typed among its keywords or in its title comes before one that only
// mentions it.

/** @typedef {{ location: string, title: string, text: string, boost?: number }} Section */

/**
 * The words of a page by where they stand, and how much its keywords count.
 * @typedef {Record<keyof typeof WORTH, Set<string>> & { boost: number }} PageWords
 */

/**
 * What a match is worth, by where it stands: keywords and title say what a page is about. Who types an abbreviation wants
 * its meaning.
 */
const WORTH = { abbreviations: 4, keywords: 3, title: 3, headings: 1, text: 0.3 };

export const pageOf = (/** @type {string} */ location) => location.split("#")[0];
const plain = (/** @type {string} */ html) => html.replace(/<[^>]*>/g, " ").replace(/&\w+;/g, " ");

/** @returns {string[]} the words of a text, in small letters */
export function wordsOf(/** @type {string} */ text, /** @type {RegExp} */ separator) {
  return plain(text)
    .toLowerCase()
    .split(separator)
    .filter((word) => word.length > 1);
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
      text: new Set(),
      boost: boost ?? 1,
    };
    pages.set(pageOf(location), page);
    for (const word of wordsOf(title, separator)) page.headings.add(word);
    for (const [word] of plain(title).matchAll(/\b[A-Z]{2,6}\b/g)) page.abbreviations.add(word.toLowerCase());
    for (const word of wordsOf(text, separator)) page.text.add(word);
  }
  return pages;
}

/**
 * How well a page answers: for each typed word the best of each place, more where all of them are found.
 * @param {PageWords} page
 * @param {Map<string, number>[]} typed for each typed word, the words of the guide and how close each is
 */
export function scoreOf(page, typed) {
  let score = 0;
  for (const near of typed) {
    const best = (/** @type {Set<string>} */ place) =>
      Math.max(0, ...[...near].map(([word, closeness]) => (place.has(word) ? closeness : 0)));
    const keyword = best(page.keywords);
    score += WORTH.keywords * keyword * page.boost ** 0.25 + WORTH.title * best(page.title);
    score += WORTH.abbreviations * Number(best(page.abbreviations) === 1);
    score += WORTH.headings * best(page.headings) + WORTH.text * best(page.text);
  }
  return score;
}
