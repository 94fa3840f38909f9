// The events by which the modules of a page tell one another what happened.

/** The document that is stored was changed, in this tab or in another one. */
export const CHANGED = "store-changed";
