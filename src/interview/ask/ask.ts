/** What stands on the screen while something is asked, as data; how it looks is the report's, how it is typed the edge's. */
import type { Completion } from '../../medicines/recognition.ts';

export interface Option {
  readonly key: string;
  readonly label: string;
  /** In a review: the answer that the row shows, and the title above the first row of a section. */
  readonly answer?: string;
  readonly heading?: string;
}

/** An answer to choose where what was said fits several. */
export interface Reading {
  readonly label: string;
  readonly value: unknown;
}

export type Command =
  | 'unknown'
  | 'declined'
  | 'back'
  | 'review'
  | 'why'
  | 'note'
  | 'sections'
  | 'park'
  | 'keep'
  | 'skip'
  | 'remove'
  | 'finish';

export type Reply =
  /** An answer in the form of an intake file. */
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'command'; readonly command: Command }
  | { readonly is: 'which'; readonly question: string; readonly readings: readonly Reading[] }
  /** A row of the table above, to be changed. */
  | { readonly is: 'row'; readonly index: number }
  | { readonly is: 'refused'; readonly message: string };

export interface Ask {
  /** `keys`: one key answers. `list`: keys tick. `line`: typed, then Enter. `rows`: a long list to choose from. */
  readonly kind: 'keys' | 'list' | 'line' | 'rows';
  readonly heading: string;
  readonly progress?: string;
  readonly isAlarm?: true;
  /** Lines above the words to read aloud. */
  readonly before?: readonly string[];
  /** Rows above the words to read aloud, by their numbers. */
  readonly table?: readonly Option[];
  readonly words: string;
  readonly options: readonly Option[];
  /** The other keys that work, as they are shown. */
  readonly offers: readonly Offer[];
  /** What was answered before, and what was noted beside it. */
  readonly current?: string;
  readonly note?: string;
  /** What the line, or the ticks, begin with. */
  readonly text?: string;
  readonly help: readonly string[];
  readonly read: (text: string) => Reply;
  /** What a line means while it is being typed. */
  readonly echo?: (text: string) => string | undefined;
  readonly complete?: (text: string) => readonly Completion[];
}

/** A key that works beside the answers, and what it does. */
export interface Offer extends Option {
  readonly command: Command;
}

const LABELS: Readonly<Record<Command, readonly [string, string]>> = {
  unknown: ['u', 'not known'],
  declined: ['d', 'declined'],
  back: ['b', 'back'],
  review: ['r', 'review'],
  why: ['?', 'why'],
  note: ['+', 'note'],
  sections: ['j', 'jump'],
  park: ['p', 'park the call'],
  remove: ['x', 'remove it'],
  keep: ['Enter', 'keep the answer'],
  // Not Enter: the one that habit adds to a key would pass over a question that nobody has read.
  skip: ['-', 'skip'],
  finish: ['f', 'decide'],
};

/** What works at every question, last in its line of keys. */
export const EVERYWHERE: readonly Command[] = ['why', 'note', 'review', 'sections'];

export function offer(
  command: Command,
  label: string = LABELS[command][1],
  key: string = LABELS[command][0],
): Offer {
  return { command, key, label };
}

/** The keys of the choices beside those of the commands. */
const CHOICE_KEYS = '123456789acefghiklmoqstvwyz';

/** `none` is always 0: the same key says "none of these" everywhere. */
export function optionsOf(
  choices: Readonly<Record<string, string>>,
): readonly (Option & { readonly value: string })[] {
  let next = 0;
  return Object.entries(choices).map(([value, label]) => {
    if (value === 'none') return { key: '0', label, value };
    const key = CHOICE_KEYS[next] ?? '';
    next += 1;
    return { key, label, value };
  });
}

/** Choices that are no values of a question, each with a key. */
export function keyed(
  choices: readonly Reading[],
): readonly (Option & { readonly value: unknown })[] {
  const options = optionsOf(
    Object.fromEntries(choices.map(({ label }, index) => [`${index}.`, label])),
  );
  return options.map((option, index) => ({ ...option, value: choices[index]?.value }));
}

/** Reads a command, if the text is one that is offered. Enter alone is one only where it is said. */
export function readCommand(text: string, offers: readonly Offer[]): Reply | undefined {
  const typed = text.trim().toLowerCase();
  const key = typed === '' ? 'Enter' : typed;
  const found = offers.find((each) => each.key === key);
  return found && { is: 'command', command: found.command };
}

export function refused(message: string): Reply {
  return { is: 'refused', message };
}

/** Reads a command, or the key of an option as its value. */
export function readKey(
  text: string,
  options: readonly (Option & { readonly value: unknown })[],
  offers: readonly Offer[],
): Reply {
  const found = options.find(({ key }) => key === text.trim().toLowerCase());
  return (
    readCommand(text, offers) ??
    (found ? { is: 'value', value: found.value } : refused('press one of the keys'))
  );
}
