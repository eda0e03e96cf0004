/**
 * What a person signs who approves a rule, in two halves: its meaning, which can change a decision, and its wording.
 *
 * The meaning holds the rule's own conditions, outcome, urgency, plan, needs and the times of its instructions, and
 * of everything that these read, through definitions, look-ups and the conditions of questions, what can change an
 * answer: the values of parameters; of tables every line, with the columns that the rule names; of questions all but
 * their words; of a class of medicines the ingredients in it. It does not hold which names stand for an ingredient:
 * a new brand would make every rule stale that looks at its class, and the digest of the rule set covers it.
 * Nor does it hold the order of lines and ingredients, which changes nothing.
 *
 * The wording holds the title, the sentence, the texts, the grounds and the review date of the rule; the sources that
 * it and what it reads are cited from, whole; and the titles and words of what it reads, the questions among them:
 * another question has another answer.
 */
import type { PreparedRules } from '../../evaluation/context.ts';
import type { Vocabulary } from '../../medicines/vocabulary.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import { isReference } from '../../rules/phrase.ts';
import { conditionsOf, type RuleBody, type RuleTable } from '../../rules/rule-set.ts';
import { slotsOf } from '../../rules/slots.ts';
import type { Bench } from '../regions/bench.ts';
import { readingOf, type Reading } from '../regions/reading.ts';

/** What a rule is made of, by the names under which a reader knows it: `rule`, `parameter fasting.milk`. */
export type Parts = Readonly<Record<string, unknown>>;

export interface SignedParts {
  readonly meaning: Parts;
  readonly wording: Parts;
}

/** The rules in force, with the parameters as the site sets them, and the formulary that goes with them. */
export interface Signable {
  readonly prepared: PreparedRules;
  readonly vocabulary: Vocabulary;
}

export function signableOf({ screener, vocabulary }: Bench): Signable {
  return { prepared: screener.prepared, vocabulary };
}

/** What one kind of thing puts into either half. */
type Half = readonly (readonly [string, unknown])[];
interface Halves {
  readonly meaning: Half;
  readonly wording: Half;
}

export function signedParts(rule: RuleBody, { prepared, vocabulary }: Signable): SignedParts {
  const read = readBy(rule, prepared);
  const halves = [
    ownParts(rule, prepared),
    parameterParts(read, prepared),
    definitionParts(read, prepared),
    lookupParts(read, prepared),
    questionParts(read, prepared),
    ...read.tables.map((table) => tableParts(table, read)),
    medicineParts(read, vocabulary),
  ];
  const cited = sourceParts(
    [rule, ...definitionsOf(read, prepared), ...read.tables.flatMap(({ rows }) => rows)],
    prepared,
  );
  return {
    meaning: Object.fromEntries(halves.flatMap(({ meaning }) => meaning)),
    wording: Object.fromEntries([...halves.flatMap(({ wording }) => wording), ...cited]),
  };
}

interface Read extends Pick<Reading, 'tests' | 'definitions' | 'lookups'> {
  /** Every parameter and column that is named: in a condition, a moment or a text. */
  readonly names: ReadonlySet<string>;
  /** Every question that is read or needed. */
  readonly facts: ReadonlySet<string>;
  readonly tables: readonly RuleTable[];
}

function readBy(rule: RuleBody, prepared: PreparedRules): Read {
  const { tests, definitions, lookups, tables, parameters, columns } = readingOf(
    [...conditionsOf(rule)],
    prepared,
  );
  const moments = (rule.instructions ?? []).flatMap(({ at }) => [at?.before, at?.after]);
  return {
    tests,
    definitions,
    lookups,
    names: new Set([
      ...parameters,
      ...columns,
      ...moments.flatMap((each) => (isReference(each) ? [each.ref] : [])),
      ...slotsOf(rule),
    ]),
    facts: new Set([...tests.keys(), ...(rule.needs ?? [])]),
    tables: prepared.ruleSet.tables.filter(({ id }) => tables.has(id)),
  };
}

// In each of these the words are named and all the rest decides: what the language gains is signed at once.

function ownParts(rule: RuleBody, { ruleSet }: PreparedRules): Halves {
  const { id, title, says, subject, message, action, instructions = [], ...others } = rule;
  const { ask_prescriber: asks, ...rest } = others;
  const { sources, evidence, review_by, disagreement, ...decides } = rest;
  const instructs = instructions.map(({ text: _text, ...step }) => step);
  const words = {
    words: [
      id,
      title,
      says,
      subject,
      message,
      action,
      instructions.map(({ text }) => text),
      ...(asks === undefined ? [] : [asks]),
    ],
    grounds: [sources, evidence, review_by, disagreement],
    plans: rule.plan === undefined ? undefined : ruleSet.plans,
  };
  // A rule without a message raises nothing: it only instructs.
  const raises = message !== undefined;
  return {
    meaning: [['rule', { ...decides, instructs, raises }]],
    wording: [['rule', words]],
  };
}

function parameterParts({ names }: Read, { ruleSet }: PreparedRules): Halves {
  const read = Object.values(ruleSet.parameters).filter(({ id }) => names.has(id));
  return halvesOf(read, 'parameter', ({ title, unit, source, ...decides }) => [
    decides,
    [title, unit, source],
  ]);
}

function definitionsOf(
  { definitions }: Read,
  { ruleSet }: PreparedRules,
): typeof ruleSet.definitions {
  return ruleSet.definitions.filter(({ id }) => definitions.has(id));
}

function definitionParts(read: Read, prepared: PreparedRules): Halves {
  return halvesOf(
    definitionsOf(read, prepared),
    'definition',
    ({ title, sources, evidence, review_by, disagreement, ...decides }) => [
      decides,
      [title, sources, evidence, review_by, disagreement],
    ],
  );
}

function lookupParts({ lookups }: Read, { ruleSet }: PreparedRules): Halves {
  const read = ruleSet.lookups.filter(({ id }) => lookups.has(id));
  return halvesOf(read, 'look-up', ({ title, ...decides }) => [decides, title]);
}

function questionParts({ facts }: Read, { ruleSet }: PreparedRules): Halves {
  const read = ruleSet.questions.filter(({ id }) => facts.has(id));
  return halvesOf(read, 'question', ({ ask, help, section: _section, ...decides }) => {
    if ('slip' in decides) delete decides.slip;
    if (!('choices' in decides)) return [decides, [ask, help]];
    const { choices, ...rest } = decides;
    return [{ ...rest, choices: Object.keys(choices).toSorted() }, [ask, help, choices]];
  });
}

/** What of each thing decides, and its words. */
function halvesOf<T extends { readonly id: string }>(
  things: readonly T[],
  kind: string,
  split: (thing: T) => readonly [decides: unknown, words: unknown],
): Halves {
  const all = things.map((each) => [`${kind} ${each.id}`, ...split(each)] as const);
  return {
    meaning: all.map(([name, decides]) => [name, decides]),
    wording: all.map(([name, , words]) => [name, words]),
  };
}

function tableParts({ id, title, columns, rows }: RuleTable, { names, tests }: Read): Halves {
  const isNamed = (column: string): boolean => names.has(column) || tests.has(`row.${column}`);
  const named = <T>(of: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(of).filter(([column]) => isNamed(column));
  const lines = rows.map(({ table: _table, sources, evidence, disagreement, ...decides }) => ({
    decides: {
      ...decides,
      drug: decides.drug?.toSorted(),
      class: decides.class?.toSorted(),
      values: Object.fromEntries(named(decides.values)),
    },
    words: [sources, evidence, disagreement],
  }));
  const titles = named(columns).map(([column, each]) => [column, each.title]);
  const said = lines.map(({ words }) => words);
  return {
    meaning: [[`table ${id}`, inOrder(lines.map(({ decides }) => decides))]],
    wording: [[`table ${id}`, [title, titles, inOrder(said)]]],
  };
}

function inOrder(items: readonly unknown[]): unknown[] {
  return items.map((item) => canonicalJson(item)).toSorted();
}

function medicineParts({ tests, tables }: Read, { ingredients, classes }: Vocabulary): Halves {
  const named = [
    ...(tests.get('class') ?? []).flatMap((test) =>
      test.is === 'one-of' && !isReference(test.values) ? test.values.map(String) : [],
    ),
    ...tables.flatMap(({ rows }) => rows.flatMap((row) => row.class ?? [])),
  ];
  const members = [...new Set(named)].toSorted().map(
    (name) =>
      [
        `class ${name}`,
        {
          ingredients: ingredients
            .filter((each) => each.classes.includes(name))
            .map((each) => each.name)
            .toSorted(),
          local: classes.find(({ id }) => id === name)?.local,
        },
      ] as const,
  );
  const sold = ingredients
    .filter((each) => each.over_the_counter)
    .map(({ name, counter_mg }) => canonicalJson({ name, counter_mg }))
    .toSorted();
  return {
    meaning: [
      ...members,
      ...(tests.has('over_the_counter') ? [['over the counter', sold] as const] : []),
    ],
    wording: [],
  };
}

function sourceParts(
  citing: readonly { readonly sources: RuleBody['sources'] }[],
  { ruleSet }: PreparedRules,
): Half {
  const cited = new Set(citing.flatMap(({ sources }) => sources.map(({ id }) => id)));
  return ruleSet.sources
    .filter(({ id }) => cited.has(id))
    .map((source) => [`source ${source.id}`, source]);
}
