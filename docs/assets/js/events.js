// The names of the events that the modules of a page send one another.

/** The document that is stored was changed, in this tab or in another one. */
export const CHANGED = "store-changed";
