// The name of the store's event, apart from store.js: that needs a browser as soon as it is imported, and modules such as
// fields.js are tested without one.

/** The document that is stored was changed, in this tab or in another one. */
export const CHANGED = "store-changed";
