// Tells Pyodide that this worker consists of modules, without asking the browser: Pyodide calls `importScripts` to see
// whether that throws, and Chromium ends the whole tab if it throws while the reader leaves the page.
Object.assign(self, {
  importScripts() {
    throw new TypeError("a worker of modules has no scripts to import");
  },
});
