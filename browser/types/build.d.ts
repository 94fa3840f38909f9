/** What the build writes into the worker's script: see browser/worker/restore.js. */
declare global {
  var BUILD: unknown;
}
export {};
