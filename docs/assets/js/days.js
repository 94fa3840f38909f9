// Today, and days in words whatever the language of the browser.

const DAY = new Intl.DateTimeFormat("nl-BE", { dateStyle: "long", timeZone: "UTC" });
const ISO = new Intl.DateTimeFormat("sv"); // the Swedes write days so
const WEEKDAY = new Intl.DateTimeFormat("nl-BE", { dateStyle: "full", timeZone: "UTC" });

/** @param {string} iso @param {Intl.DateTimeFormat} format */
function written(iso, format) {
  const day = new Date(iso);
  return Number.isNaN(day.getTime()) ? iso : format.format(day);
}

/** A day as "1 maart 2027"; as it is stored if it is no day. @param {string} iso */
export const inWords = (iso) => written(iso, DAY);

/** A day as "maandag 1 maart 2027"; as it is stored if it is no day. @param {string} iso */
export const withWeekday = (iso) => written(iso, WEEKDAY);

/** Today where the reader is, as YYYY-MM-DD. */
export const today = () => ISO.format(new Date());
