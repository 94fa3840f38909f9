/** Written by `python -m browser.build` as docs/assets/runtime/location.js. */
export const base: string;
export const files: string[];
/** The files that a visit without a network needs. */
export const offline: string[];
