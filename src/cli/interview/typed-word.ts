import type { Ask } from '../../interview/ask/ask.ts';

/** Words that people type where one key answers; besides, every word of the choices. */
const WORDS =
  'yes yeah yep yup no nope nah none nothing never not neither unsure unknown dont declined decline refused maybe perhaps ' +
  'probably possibly sometimes always absolutely definitely certainly correct sure right true false ok okay all both any ' +
  'skip back review done';

/** Letters of one word follow each other within this. */
const PAUSE_MS = 1500;

/**
 * Where one key answers, somebody may type a word: "no" answers with n, and its o would come to the next question. The
 * letters that go on with the word are recognised here, so that they answer nothing.
 */
export class TypedWord {
  readonly #now: () => number;
  #letters = '';
  #words: readonly string[] = [];
  #at = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Remembers the key that answered. */
  answered(key: string, { options }: Pick<Ask, 'options'>): void {
    const labels = options.map(({ label }) => label.toLowerCase().replaceAll(/[^a-z\s]/g, ' '));
    this.#words = [WORDS, ...labels].flatMap((text) => text.split(/\s+/));
    this.#letters = /^[a-z]$/.test(key) ? key : '';
    this.#at = this.#now();
  }

  /** The word so far, when this key goes on with it: a letter of it, or Enter at its end. */
  goesOn(key: string | undefined, isEnter: boolean): string | undefined {
    const isSoon = this.#now() - this.#at <= PAUSE_MS;
    if (this.#letters === '' || !isSoon) return undefined;
    if (isEnter && this.#letters.length > 1) {
      const word = this.#letters;
      this.#letters = '';
      return word;
    }
    const longer = `${this.#letters}${key ?? ''}`;
    const isPart = key !== undefined && this.#words.some((word) => word.startsWith(longer));
    this.#letters = isPart ? longer : '';
    this.#at = this.#now();
    return isPart ? longer : undefined;
  }
}

/** Why the rest of a word was not taken. */
export function restOf(word: string): string {
  return `"${word}" was typed: its first key has answered, the rest is not taken`;
}
