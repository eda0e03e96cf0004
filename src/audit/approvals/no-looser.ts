/** The proof that a rule lets nobody through whom it held back before. */
import { canonicalJson } from '../../rules/canonical.ts';
import { isReference } from '../../rules/phrase.ts';
import type { RuleBody, RuleSet } from '../../rules/rule-set.ts';
import { slotsOf } from '../../rules/slots.ts';
import { changedNames } from '../diff/parts.ts';
import { ruleDifference } from '../diff/rule-difference.ts';
import { restriction } from '../diff/witness.ts';
import { intervalsOf } from '../intervals.ts';
import type { Bench } from '../regions/bench.ts';
import { Nodes } from '../regions/nodes.ts';
import type { Standing } from '../regions/standing.ts';
import { signableOf, signedParts } from './signed-parts.ts';

/** Regions, before giving up. */
const MOST = 40_000;

/**
 * Whether every patient stands to the rule at least as restrictively as before. False where that is not so, where it
 * could not be proved, and where something changed that no standing shows: what is instructed and when, or which
 * answers a question takes and when it has to be answered.
 */
export function isNoLooser(id: string, before: Bench, after: Bench): boolean {
  const both: readonly [Bench, Bench] = [before, after];
  return intervalsOf(both).every(
    ({ benches: [old, now], during }) =>
      (during !== undefined && !ruleOf(id, old)) || isNoLooserOn(id, old, now),
  );
}

function isNoLooserOn(id: string, before: Bench, after: Bench): boolean {
  const benches: readonly [Bench, Bench] = [before, after];
  const [old, now] = benches.map((bench) => ruleOf(id, bench));
  if (!old || !now || !asksTheSame(questions(old, before), questions(now, after))) return false;
  if (instructs(old, before) !== instructs(now, after)) return false;
  const names = changedNames(before.vocabulary, after.vocabulary).map((each) => each.id);
  const { leaves, complete } = ruleDifference(id, new Nodes(benches, names), MOST);
  return complete && leaves.every((leaf) => !isLooser(leaf.before, leaf.after));
}

/** A rule that would fire unless a medicine is paused says until when it is taken; silence is looser than that. */
function isLooser(before: Standing, after: Standing): boolean {
  return (
    restriction(after) < restriction(before) || (before.is !== 'quiet' && after.is === 'quiet')
  );
}

function ruleOf(id: string, { screener }: Bench): RuleBody | undefined {
  return screener.prepared.ruleSet.rules.find((rule) => rule.id === id);
}

/** What of the meaning of a rule is about the questions themselves. */
function questions(rule: RuleBody, bench: Bench): Map<string, unknown> {
  const { meaning } = signedParts(rule, signableOf(bench));
  return new Map(Object.entries(meaning).filter(([name]) => name.startsWith('question ')));
}

/** One that is read only before or only after is a matter of standing. */
function asksTheSame(old: Map<string, unknown>, now: Map<string, unknown>): boolean {
  return [...old].every(
    ([name, question]) =>
      !now.has(name) || canonicalJson(now.get(name)) === canonicalJson(question),
  );
}

/** What a rule instructs, to when, with the figures that it names in doing so. */
function instructs(rule: RuleBody, { screener }: Bench): string {
  const { plan, message, instructions = [] } = rule;
  const { ruleSet } = screener.prepared;
  const moments = instructions.flatMap(({ at }) => [at?.before, at?.after]).filter(isReference);
  const names = [...moments.map(({ ref }) => ref), ...slotsOf(rule)];
  return canonicalJson({
    plan,
    raises: message !== undefined,
    steps: instructions.map(({ text: _text, ...step }) => step),
    figures: names.map((name) => figuresOf(name, ruleSet)),
  });
}

function figuresOf(name: string, { parameters, tables }: RuleSet): unknown {
  const cells = tables.flatMap(({ rows }) =>
    rows.flatMap(({ values, sources: _sources, evidence: _e, disagreement: _d, ...line }) =>
      name in values ? [{ ...line, value: values[name] }] : [],
    ),
  );
  return [parameters[name]?.value, cells];
}
