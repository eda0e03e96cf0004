/** What a change of the rules does to patients, rule by rule; and why it does nothing to all others. */
import type { PreparedRule, PreparedRules } from '../../evaluation/context.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import type { Bench } from '../regions/bench.ts';
import { meaningOf } from '../regions/meaning.ts';
import { Nodes } from '../regions/nodes.ts';
import { conditionsIn, readingOf } from '../regions/reading.ts';
import type { Change } from './change.ts';
import { WitnessFinder } from './find-witness.ts';
import { changedNames, type ChangedPart, changedParts } from './parts.ts';
import { questionChanges } from './question-difference.ts';
import { changedReadings } from './readings/changed-readings.ts';
import { readingChanges } from './readings/reading-changes.ts';
import { type RuleDifference, ruleDifference } from './rule-difference.ts';
import { transitionsOf } from './transitions.ts';

/** Regions: for a first look, and before giving up. */
const FIRST = 1500;
const WHOLE = 40_000;

export interface RulesDiff {
  readonly parts: readonly ChangedPart[];
  readonly changes: readonly Change[];
  /** Rules that read nothing that changed. */
  readonly untouched: number;
  readonly rules: number;
  /** Of the healthy patient, as it is written there. */
  readonly procedureAt: string;
}

/** `told` hears after each rule how many of those that read something that changed were compared. */
export function diffRules(
  before: Bench,
  after: Bench,
  told?: (compared: number, of: number) => void,
): RulesDiff {
  const benches: readonly [Bench, Bench] = [before, after];
  const names = changedNames(before.vocabulary, after.vocabulary);
  const readings = changedReadings(before.vocabulary, after.vocabulary);
  const prepared: readonly [PreparedRules, PreparedRules] = [
    before.screener.prepared,
    after.screener.prepared,
  ];
  const nodes = new Nodes(
    benches,
    names.map(({ id }) => id),
  );
  const finder = new WitnessFinder(benches, nodes);
  const ids = [
    ...new Set(prepared.flatMap(({ rules }) => rules.map(({ body }) => body.id))),
  ].toSorted();
  const touched = ids.filter((id) => isTouched(id, prepared, names.length > 0));
  const changes = touched.map((id, index) => {
    told?.(index, touched.length);
    // Where somebody to whom it makes a difference is soon found, what lies further need not be looked at.
    const first = ruleDifference(id, nodes, FIRST);
    const change = changeOf(first, finder);
    const isOpen = change.verdict === 'not-proved' && !first.complete;
    return isOpen ? changeOf(ruleDifference(id, nodes, WHOLE), finder) : change;
  });
  return {
    parts: changedParts(before, after, names, readings),
    changes: [
      ...changes,
      ...questionChanges(benches, nodes, finder),
      ...readingChanges(benches, readings, new Set(names.map(({ id }) => id))),
    ],
    untouched: ids.length - touched.length,
    rules: ids.length,
    procedureAt: String(after.healthy['procedure.at']),
  };
}

/** Whether anything that a rule says, or that it hangs on, is declared differently. */
function isTouched(
  id: string,
  prepared: readonly [PreparedRules, PreparedRules],
  namesChanged: boolean,
): boolean {
  const [old, now] = prepared.map((each) => {
    const rule = each.rules.find(({ body }) => body.id === id);
    return rule ? `${canonicalJson(rule.body)} ${meaningOfRule(rule, each)}` : '';
  });
  if (old !== now) return true;
  const rule = prepared[0].rules.find(({ body }) => body.id === id);
  if (!namesChanged || !rule) return false;
  const { tests, medicines } = readingOf(conditionsIn(rule), prepared[0]);
  return (
    medicines > 0 ||
    ['class', 'ingredient', 'in_table', 'recognised', 'over_the_counter'].some((field) =>
      tests.has(field),
    )
  );
}

function meaningOfRule(rule: PreparedRule, prepared: PreparedRules): string {
  const { needs, instructions, message, action, ask_prescriber: asks } = rule.body;
  const conditions = conditionsIn(rule);
  const { parameters, tables } = readingOf(conditions, prepared);
  // What the texts may name besides: columns of its tables, and the moments of its instructions.
  const named = JSON.stringify([message, action, asks, instructions]);
  const said = prepared.ruleSet.tables.filter(({ id }) => tables.has(id)).map(({ rows }) => rows);
  const used = [...prepared.parameters].filter(([id]) => parameters.has(id) || named.includes(id));
  return canonicalJson([meaningOf(conditions, prepared), needs, used, said]);
}

function changeOf(difference: RuleDifference, finder: WitnessFinder): Change {
  const { rule: id, leaves, complete, regions } = difference;
  const walked = { id, regions };
  const transitions = transitionsOf(leaves, finder, id);
  if (transitions.length > 0) {
    const isMasked = transitions.every(({ masked }) => masked);
    const ahead = isMasked ? transitionsOf(leaves, finder.ahead(), id) : [];
    const isSeen = ahead.some(({ masked }) => !masked);
    return { ...walked, verdict: 'changes', transitions: isSeen ? ahead : transitions };
  }
  if (leaves.length > 0) {
    return {
      ...walked,
      verdict: 'not-proved',
      transitions: [],
      because: 'a difference was found for which no patient could be made',
    };
  }
  if (!complete) {
    return {
      ...walked,
      verdict: 'not-proved',
      transitions: [],
      because: `only the first ${regions} regions were looked at`,
    };
  }
  const fired = difference.fired();
  const onTheDay = transitionsOf(fired, finder, id, 'words');
  const said = onTheDay.length > 0 ? onTheDay : transitionsOf(fired, finder.ahead(), id, 'words');
  return said.length > 0
    ? { ...walked, verdict: 'words', transitions: said }
    : { ...walked, verdict: 'cosmetic', transitions: [] };
}
