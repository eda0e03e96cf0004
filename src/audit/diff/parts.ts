/** What two rule sets declare differently, whatever that means for a patient. */
import type { Bench } from '../regions/bench.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import type { RuleSet, TableRow } from '../../rules/rule-set.ts';
import { NAME_KINDS, type Vocabulary } from '../../medicines/vocabulary.ts';
import { siteParts } from './site-parts.ts';
import { type ChangedReading, changedReadings, titleOf } from './readings/changed-readings.ts';

type PartKind =
  | 'rule'
  | 'definition'
  | 'parameter'
  | 'table'
  | 'question'
  | 'lookup'
  | 'source'
  | 'wording'
  | 'chart'
  | 'site'
  | 'name'
  | 'reading';

/** One thing that changed. `before` or `after` is absent when it was added or removed. */
export interface ChangedPart {
  readonly kind: PartKind;
  readonly id: string;
  /** Which of its keys changed; none when it was added or removed. */
  readonly keys: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A rule that is in force from a day on is no part that was removed before it. */
export function writtenDifferently(before: Bench, after: Bench): ChangedPart[] {
  const { vocabulary: old } = before;
  const { vocabulary: now } = after;
  return changedParts(before, after, changedNames(old, now), changedReadings(old, now));
}

export function changedParts(
  before: Bench,
  after: Bench,
  names: readonly ChangedPart[],
  readings: readonly ChangedReading[],
): ChangedPart[] {
  const [old, now] = [before, after].map(({ screener }) => screener.prepared.ruleSet);
  if (!old || !now) return [];
  const listed = (
    kind: PartKind,
    of: (set: RuleSet) => readonly { readonly id: string }[],
  ): ChangedPart[] => changesOf(kind, byId(of(old)), byId(of(now)));
  return [
    ...listed('rule', ({ rules }) => rules),
    ...listed('definition', ({ definitions }) => definitions),
    ...listed('parameter', ({ parameters }) => Object.values(parameters)),
    ...changesOf('table', rowsById(old), rowsById(now)),
    ...listed('question', ({ questions }) => questions),
    ...listed('lookup', ({ lookups }) => lookups),
    ...listed('source', ({ sources }) => sources),
    ...changesOf('wording', wordingOf(old), wordingOf(now)),
    ...changesOf('chart', chartOf(old), chartOf(now)),
    ...changesOf('wording', classWords(before.vocabulary), classWords(after.vocabulary)),
    ...changesOf('site', siteParts(before.screener.site), siteParts(after.screener.site)),
    ...names,
    ...readings.map(readingPart),
  ];
}

function byId(items: readonly { readonly id: string }[]): Map<string, unknown> {
  return new Map(items.map((item) => [item.id, item]));
}

function wordingOf(set: RuleSet): Map<string, unknown> {
  const { wording, plans, sheet, translations, sections, groups, id, version, title } = set;
  return new Map<string, unknown>([
    ['wording', wording],
    ['plans', plans],
    ['sheet', sheet],
    ['sections', sections],
    ['groups', groups],
    ['title', { id, version, title }],
    ...translations.flatMap(({ language, texts, ...about }) => [
      [language, about] as const,
      ...texts.map(({ from, to }) => [`in ${language}: ${from}`, { is: to }] as const),
    ]),
  ]);
}

/** What the words and codes of a chart are read as, value by value. */
function chartOf({ chart, chart_phrases: phrases }: RuleSet): Map<string, unknown> {
  return numbered<unknown>([
    ...chart.flatMap(({ values, ...group }) => {
      const label = `${group.of} ${group.fact ?? 'of no concern'}`;
      const own = values.map(
        ({ value = 'by severity', ...rest }) => [`${label} ${value}`, rest] as const,
      );
      return [[label, group] as const, ...own];
    }),
    ...phrases.map(({ of, texts }) => [`phrases of ${of}`, { texts }] as const),
  ]);
}

function classWords({ classes }: Vocabulary): Map<string, unknown> {
  return new Map(classes.map(({ id, title, why }) => [`class ${id}`, { title, why }]));
}

function readingPart(reading: ChangedReading): ChangedPart {
  const { before, after } = reading;
  return {
    kind: 'reading',
    id: titleOf(reading),
    keys: [],
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** The lines of all tables; one line by its drugs and conditions. */
function rowsById({ tables }: RuleSet): Map<string, TableRow> {
  return numbered(
    tables.flatMap(({ id, rows }) =>
      rows.map((row) => [`${id}: ${[...(row.drug ?? row.class ?? [])].join(', ')}`, row] as const),
    ),
  );
}

/** Those of the same label by their place among them. */
function numbered<T>(items: readonly (readonly [string, T])[]): Map<string, T> {
  const known = new Map<string, T>();
  for (const [label, item] of items) {
    let id = label;
    for (let place = 2; known.has(id); place += 1) id = `${label} (${place})`;
    known.set(id, item);
  }
  return known;
}

function changesOf(
  kind: PartKind,
  old: ReadonlyMap<string, unknown>,
  now: ReadonlyMap<string, unknown>,
): ChangedPart[] {
  const ids = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return ids.flatMap((id): ChangedPart[] => {
    const [before, after] = [old.get(id), now.get(id)];
    if (canonicalJson(before) === canonicalJson(after)) return [];
    if (before === undefined) return [{ kind, id, keys: [], after }];
    if (after === undefined) return [{ kind, id, keys: [], before }];
    return [{ kind, id, keys: keysThatDiffer(before, after), before, after }];
  });
}

function keysThatDiffer(before: unknown, after: unknown): string[] {
  const entries = (value: unknown): Map<string, unknown> => new Map(Object.entries(value ?? {}));
  const [old, now] = [entries(before), entries(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => canonicalJson(old.get(key)) !== canonicalJson(now.get(key)),
  );
}

/** The names that the two formularies take for different medicines. */
export function changedNames(before: Vocabulary, after: Vocabulary): ChangedPart[] {
  if (before === after) return [];
  return changesOf('name', meaningsOf(before), meaningsOf(after));
}

function meaningsOf({
  names,
  products,
  ingredients,
  variants,
  words,
}: Vocabulary): Map<string, unknown> {
  return new Map(
    names.spelled.map((name, index): readonly [string, unknown] => {
      const kind = NAME_KINDS[names.kinds[index] ?? -1];
      const meaning = names.meanings[index] ?? -1;
      if (kind === 'variant') return [name, variants[meaning]];
      if (kind === 'word') return [name, words[meaning]];
      const product = products[meaning];
      return [name, { of: product?.of.map((each) => ingredients[each]), tells: product?.tells }];
    }),
  );
}
