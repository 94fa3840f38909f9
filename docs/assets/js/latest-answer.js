// Asks Python about the values of a form: one question at a time, and always about the newest values. What came meanwhile
// is asked next, and an answer to older values is not shown.

const LATE = 150; // ms without an answer after an edit, after which what is shown is marked as an old result

/**
 * @template Reply
 * @typedef {object} Asker
 * @property {() => Record<string, string>} values what Python is to calculate with
 * @property {(values: Record<string, string>) => Promise<Reply>} ask
 * @property {(reply: Reply) => void} show
 * @property {(error: unknown) => void} fail
 * @property {() => void} markOld what is shown is not the result of these values
 */

/** @template Reply */
export class LatestAnswer {
  /** Whether the values have changed since they were sent: then the answer to come is too old. */
  again = false;
  /** The values that were sent last, as JSON; empty as long as none were. */
  asked = "";
  busy = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  late;

  /** @param {Asker<Reply>} asker */
  constructor(asker) {
    this.asker = asker;
  }

  /** The values have changed, or are to be asked about anew. */
  async request() {
    this.again = this.busy && JSON.stringify(this.asker.values()) !== this.asked;
    this.late ??= setTimeout(() => this.asker.markOld(), LATE);
    if (this.busy) return;
    this.busy = true;
    try {
      do await this.ask();
      while (this.again);
    } finally {
      this.busy = false;
    }
  }

  async ask() {
    this.again = false;
    try {
      const values = this.asker.values();
      this.asked = JSON.stringify(values);
      const reply = await this.asker.ask(values);
      if (this.again) return;
      clearTimeout(this.late);
      this.late = undefined;
      this.asker.show(reply);
    } catch (error) {
      if (!this.again) this.asker.fail(error);
    }
  }
}
