// Files that Python made, given to the reader.

const ELSEWHERE =
  "Zie je niets? Open deze pagina dan in Safari, Chrome of Edge: een venster in een app bewaart geen bestanden.";

const UNSHARED = "Je browser deelt dit bestand niet van hier. Het staat bij je downloads: deel het van daar.";

/** @typedef {{ name: string, mime: string, data: string }} Made a file, in base64 */

/**
 * Do something once, however often its button is pressed meanwhile: a double click makes one file.
 * @param {HTMLElement} button
 * @param {() => Promise<void>} act
 */
export async function once(button, act) {
  if (button.getAttribute("aria-disabled")) return;
  button.setAttribute("aria-disabled", "true");
  try {
    await act();
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

/** Whether the page is shown inside another app, as Teams, Outlook or Facebook do: those often drop downloads. */
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
 * Beside where a file was told of, a button that gives it to another app; only where the device has a sheet for that.
 * @param {HTMLElement} status
 * @param {Made} [made] without it, the button of an earlier file goes
 */
export function offer(status, made) {
  status.parentElement?.querySelector("[data-share]")?.remove();
  const files = made && [new File([bytes(made)], made.name, { type: made.mime })];
  if (!files || !navigator.canShare?.({ files })) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "md-button" });
  button.dataset.share = "";
  button.textContent = "Deel het bestand";
  button.addEventListener("click", () =>
    navigator.share({ files }).catch((error) => {
      if (error.name !== "AbortError") status.textContent = UNSHARED; // some browsers say yes, and then refuse its kind
    }),
  );
  status.after(button);
}

/**
 * Save the file that an answer holds.
 * @param {Made} reply
 */
export function receive(reply) {
  save(reply.name, reply.mime, bytes(reply));
  return `Klaar: ${reply.name} staat bij je downloads.${inApp() ? ` ${ELSEWHERE}` : ""}`;
}
