// The worker that searches is the theme's, and loads its parts by address. Where the host's policy asks for trusted types,
// a worker needs a policy of its own, as pages do: scripts come from this site. The theme's file, which has a hash in its
// name, stands behind the question mark of our address; it expects to be in this folder.
{
  const worker = /** @type {any} */ (self);
  const ours = (/** @type {string} */ address) => {
    const { origin, pathname } = new URL(address, worker.location.href);
    return origin === worker.location.origin && pathname.endsWith(".js") ? address : null;
  };
  worker.trustedTypes?.createPolicy("default", { createScriptURL: ours });
  const [name] = worker.location.search.match(/[\w.]+$/) ?? [];
  worker.importScripts(name);
}
