// Saving and sharing files that Python made.
import { button } from "./elements.js";
import { tell } from "./status-text.js";

const ELSEWHERE =
  "Zie je niets? Open deze pagina dan in Safari, Chrome of Edge: een venster in een app bewaart geen bestanden.";

const UNSHARED = "Je browser deelt dit bestand niet van hier. Het staat bij je downloads: deel het van daar.";

/** @typedef {{ name: string, mime: string, data: string, warnings?: string[] }} Made a file, in base64, and what it lacks */

/** Whether the page is open inside another app, such as Teams, Outlook or Facebook, which often drop downloads. */
const inApp = () => /\b(FBAN|FBAV|Instagram|Line|Teams|Outlook|WhatsApp|wv)\b/.test(navigator.userAgent);

/**
 * @param {string} name
 * @param {string} mime
 * @param {BlobPart} content
 */
export function save(name, mime, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: mime }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {Made} made */
const bytes = ({ data }) => Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));

/**
 * Show a button beside the status line to share a file with another app, if the device can.
 * @param {HTMLElement} status
 * @param {Made} [made] without it, the button for an earlier file is removed
 */
export function offer(status, made) {
  status.parentElement?.querySelector("[data-share]")?.remove();
  const files = made && [new File([bytes(made)], made.name, { type: made.mime })];
  if (!files || !navigator.canShare?.({ files })) return;
  const share = button("Deel het bestand", () => {
    navigator.share({ files }).catch((error) => {
      if (error.name !== "AbortError") tell(status, UNSHARED); // `canShare` was wrong
    });
  });
  share.dataset.share = "";
  status.after(share);
}

/**
 * Save the file that an answer holds.
 * @param {Made} reply
 */
export function receive(reply) {
  save(reply.name, reply.mime, bytes(reply));
  return `Klaar: ${reply.name} staat bij je downloads.${inApp() ? ` ${ELSEWHERE}` : ""}`;
}
