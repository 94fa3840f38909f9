// The page for addresses that don't exist.
import { withHash } from "./link.js";

/** Who comes by a link in which a program put `%23` for `#` goes on to the page that was meant. */
export function mount() {
  const meant = withHash(location.href);
  if (meant) location.replace(meant);
}
