// The page for addresses that don't exist.
import { withHash } from "./link.js";

/** Go to the page that was meant, if a program replaced the `#` of a link by `%23`. */
export function mount() {
  const meant = withHash(location.href);
  if (meant) location.replace(meant);
}
