/** What two formularies say differently of how a line is read, beside what its names stand for. */
import { canonicalJson } from '../../../rules/canonical.ts';
import type { Vocabulary } from '../../../medicines/vocabulary.ts';

const READING_KINDS = [
  'phrase',
  'unit',
  'joining word',
  'everyday word',
  'ending',
  'look-alikes',
  'class',
  'only swallowed',
  'presentations',
] as const;

type ReadingKind = (typeof READING_KINDS)[number];

/** Words that are now read otherwise, all of them in the same way; undefined: they were not, or are no longer, there. */
export interface ChangedReading {
  readonly kind: ReadingKind;
  readonly words: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

export function changedReadings(before: Vocabulary, after: Vocabulary): ChangedReading[] {
  if (before === after) return [];
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const groups = new Map<string, { kind: ReadingKind; words: string[]; values: unknown[] }>();
  for (const kind of READING_KINDS) {
    const words = new Set([...old[kind].keys(), ...now[kind].keys()]);
    for (const word of words) {
      const values = [old[kind].get(word), now[kind].get(word)];
      const [was, is] = values.map(canonicalJson);
      if (was === is) continue;
      const key = `${kind} ${was} ${is}`;
      const group = groups.get(key) ?? { kind, words: [], values };
      groups.set(key, group);
      group.words.push(word);
    }
  }
  return [...groups.values()].map(({ kind, words, values: [was, is] }) => ({
    kind,
    words: words.toSorted(),
    before: was,
    after: is,
  }));
}

type Entries = Readonly<Record<ReadingKind, ReadonlyMap<string, unknown>>>;

function entriesOf(vocabulary: Vocabulary): Entries {
  const { ingredients, names, phrases, units, joins, everyday, stems } = vocabulary;
  const spelled = (index: number): string => names.spelled[index] ?? '';
  const keyed = (lists: Readonly<Record<string, readonly string[]>>): [string, string][] =>
    Object.entries(lists).flatMap(([id, words]) =>
      words.map((word): [string, string] => [word, id]),
    );
  return {
    phrase: new Map(
      phrases.flatMap(({ keys, ...told }) => keys.map((key) => [key, told] as const)),
    ),
    unit: new Map(keyed(units)),
    'joining word': new Map(keyed(joins)),
    'everyday word': new Map(everyday.map((word) => [word, 'no medicine'])),
    ending: new Map(stems.map(({ ending, means }) => [ending, means])),
    'look-alikes': new Map(
      vocabulary.lookalikes.map((group) => [
        group.map(spelled).toSorted().join(' / '),
        'confirmed when misspelt',
      ]),
    ),
    class: new Map(
      vocabulary.classes.map(({ id, why, local }) => [
        id,
        { 'of concern': why !== undefined, 'of concern on the skin': local !== false },
      ]),
    ),
    'only swallowed': new Map(
      vocabulary.oral_only.map((index) => [ingredients[index]?.name ?? '', 'yes']),
    ),
    presentations: new Map(
      vocabulary.presentations.map(({ of, names: choices, ask }) => [
        choices.toSorted().join(' / '),
        { of: of.map(spelled), ask },
      ]),
    ),
  };
}

/** So many words are named; of more it is said how many. */
const NAMED = 3;

export function titleOf({ kind, words }: ChangedReading): string {
  const more = words.length > NAMED ? ` and ${words.length - NAMED} more` : '';
  return `${kind} ${words.slice(0, NAMED).join(', ')}${more}`;
}
