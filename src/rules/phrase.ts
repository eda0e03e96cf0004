/**
 * The closed list of tests that a rule may put to an answer, in words: "at least 8.0", "less than 72 hours
 * before the procedure", "includes vomiting or ketones". Words, because a clinician reads and signs them.
 */
import { type Duration, parseDuration } from '../time/duration.ts';

/** A value that a table row or a parameter supplies: "{hold}". */
export interface Reference {
  readonly ref: string;
}

export type Comparison = 'at-least' | 'at-most' | 'more-than' | 'less-than';

type Core =
  | { readonly is: 'one-of'; readonly values: readonly (string | boolean)[] | Reference }
  | { readonly is: 'includes'; readonly values: readonly string[] }
  | { readonly is: 'count'; readonly op: Comparison; readonly amount: number | Reference }
  | { readonly is: 'number'; readonly op: Comparison; readonly amount: number | Reference }
  | {
      readonly is: 'time';
      /** `nearer`: closer to the procedure than the amount, or after it; `within`: on that side only; `further`: more than it. */
      readonly op: 'nearer' | 'at-least' | 'further' | 'within';
      readonly side: 'before' | 'after';
      readonly amount: Duration | Reference;
    }
  | { readonly is: 'on-the-day' }
  | { readonly is: 'after-last-dose' }
  | { readonly is: 'answered' };

/**
 * `known`: an answer that is missing counts as not meeting the test, instead of leaving it open.
 * `negated`: turned round after that.
 */
export type Test = Core & { readonly known?: true; readonly negated?: true };

interface Phrase {
  readonly pattern: RegExp;
  readonly example: string;
  readonly read: (words: readonly string[]) => Core | undefined;
}

const WORD = String.raw`[a-z0-9][a-z0-9-]*`;
const COMPARISON = '(at least|at most|more than|less than)';
const AMOUNT = String.raw`(-?\d+(?:\.\d+)?|\{[a-z_.0-9-]+\})`;
const SPAN = String.raw`(\d+(?:\.\d+)? [a-z]+|\{[a-z_.0-9-]+\})`;

const BEFORE: Readonly<Record<string, 'nearer' | 'at-least' | 'further'>> = {
  'less than': 'nearer',
  'at least': 'at-least',
  'more than': 'further',
};

/** In the order in which they are tried; `words` are the groups of the pattern. */
export const PHRASES: readonly Phrase[] = [
  { pattern: /^answered$/, example: 'answered', read: () => ({ is: 'answered' }) },
  {
    pattern: /^on the day of the procedure$/,
    example: 'on the day of the procedure',
    read: () => ({ is: 'on-the-day' }),
  },
  {
    pattern: /^after the last dose$/,
    example: 'after the last dose',
    read: () => ({ is: 'after-last-dose' }),
  },
  {
    pattern: new RegExp(`^(less than|at least|more than) ${SPAN} before the procedure$`),
    example: 'less than 72 hours before the procedure',
    read: ([op = '', span]) => time(BEFORE[op] ?? 'nearer', span, 'before'),
  },
  {
    pattern: new RegExp(`^within ${SPAN} (before|after) the procedure$`),
    example: 'within 14 days after the procedure',
    read: ([span, side]) => time('within', span, side === 'after' ? 'after' : 'before'),
  },
  {
    pattern: new RegExp(`^includes (${WORD}(?: or ${WORD})*)$`),
    example: 'includes vomiting or ketones',
    read: ([words = '']) => ({ is: 'includes', values: words.split(' or ') }),
  },
  {
    pattern: new RegExp(`^counts ${COMPARISON} ${AMOUNT}$`),
    example: 'counts at least 2',
    read: ([op, amount]) => ({ is: 'count', op: comparison(op), amount: number(amount) }),
  },
  {
    pattern: new RegExp(`^${COMPARISON} ${AMOUNT}$`),
    example: 'at least 8.0',
    read: ([op, amount]) => ({ is: 'number', op: comparison(op), amount: number(amount) }),
  },
  {
    pattern: /^one of \{([a-z_]+)\}$/,
    example: 'one of {unlikely}',
    read: ([ref = '']) => ({ is: 'one-of', values: { ref } }),
  },
  {
    pattern: new RegExp(`^(${WORD}(?: or ${WORD})*)$`),
    example: 'type-1 or type-2',
    read: ([words = '']) => ({ is: 'one-of', values: words.split(' or ').map(choice) }),
  },
];

const PREFIX = /^(not )?(known to be )?/;

/** Reads a test; undefined when the words are none of the phrases. */
export function parsePhrase(text: string): Test | undefined {
  const [prefix, negated, known] = PREFIX.exec(text) ?? [''];
  const core = text.slice(prefix.length);
  for (const { pattern, read } of PHRASES) {
    const match = pattern.exec(core);
    const test = match && read(match.slice(1));
    if (test) {
      return {
        ...test,
        ...(known === undefined ? {} : { known: true as const }),
        ...(negated === undefined ? {} : { negated: true as const }),
      };
    }
  }
  return undefined;
}

function choice(word: string): string | boolean {
  if (word === 'yes') return true;
  return word === 'no' ? false : word;
}

function comparison(words: string | undefined): Comparison {
  const op = (['at-least', 'at-most', 'more-than', 'less-than'] as const).find(
    (each) => each === words?.replace(' ', '-'),
  );
  if (op === undefined) throw new Error(`no comparison: ${words}`);
  return op;
}

function number(words = ''): number | Reference {
  return words.startsWith('{') ? { ref: words.slice(1, -1) } : Number(words);
}

function time(
  op: 'nearer' | 'at-least' | 'further' | 'within',
  words = '',
  side: 'before' | 'after',
): Core | undefined {
  const amount = words.startsWith('{') ? { ref: words.slice(1, -1) } : parseDuration(words);
  return amount === undefined ? undefined : { is: 'time', op, side, amount };
}

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'ref' in value;
}
