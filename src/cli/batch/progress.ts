import type { Terminal } from '../terminal.ts';

/** From when on it is worth telling, and how often then, in milliseconds. */
const FIRST = 1000;
const EVERY = 500;

/** Rows, rate and what remains, on a terminal that can rewrite its line. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #isShown: boolean;
  readonly #start: number;
  readonly #things: string;
  #last: number;
  #isOn = false;

  /** `things` is what is counted, in the plural. */
  constructor(terminal: Terminal, wanted: boolean, things = 'rows') {
    this.#things = things;
    this.#terminal = terminal;
    this.#isShown = wanted && terminal.stderr.isTTY === true;
    this.#start = terminal.now();
    this.#last = this.#start;
  }

  tell(rows: number, share: number | undefined): void {
    if (!this.#isDue()) return;
    const seconds = (this.#last - this.#start) / 1000;
    const left =
      share === undefined || share <= 0 ? '' : `, ${Math.ceil(seconds / share - seconds)} s left`;
    this.#write(`${rows} ${this.#things}, ${Math.round(rows / seconds)} a second${left}`);
  }

  /** Of few things, each of which takes as long as it takes. */
  count(done: number, of: number): void {
    if (this.#isDue()) this.#write(`${done} of ${of} ${this.#things}`);
  }

  #isDue(): boolean {
    const now = this.#terminal.now();
    if (!this.#isShown || now - this.#start < FIRST || now - this.#last < EVERY) return false;
    this.#last = now;
    return true;
  }

  #write(text: string): void {
    this.#isOn = true;
    this.#terminal.stderr.write(`\r\u001B[K${text}`);
  }

  end(): void {
    if (this.#isOn) this.#terminal.stderr.write('\r\u001B[K');
  }
}
