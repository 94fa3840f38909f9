// Files that Python made, given to the reader.

const ELSEWHERE =
  "Zie je niets? Open deze pagina dan in Safari, Chrome of Edge: een venster in een app bewaart geen bestanden.";

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

/**
 * Save the file that an answer holds.
 * @param {{ name: string, mime: string, data: string }} reply
 */
export function receive(reply) {
  save(
    reply.name,
    reply.mime,
    Uint8Array.from(atob(reply.data), (letter) => letter.charCodeAt(0)),
  );
  return `Klaar: ${reply.name} staat bij je downloads.${inApp() ? ` ${ELSEWHERE}` : ""}`;
}
