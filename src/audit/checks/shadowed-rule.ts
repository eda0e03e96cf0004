import type { Context, PreparedRule } from '../../evaluation/context.ts';
import { evaluateRule } from '../../evaluation/evaluate-rule.ts';
import { isAtLeast } from '../../evaluation/finding-order.ts';
import { Apart } from '../apart.ts';
import { type Check, placeOf } from '../check.ts';
import { isExample, trialsOf } from '../trials.ts';
import { unitOf } from '../unit.ts';
import { verdictWord } from '../verdict-word.ts';

export const shadowedRule: Check = {
  code: 'shadowed-rule',
  severity: 'warning',
  explanation:
    'PROVED: whenever the rule fires, other rules fire that say at least as much, so that it never changes a ' +
    'disposition or an urgency. Either a condition of it is a slip, or it is not needed. The smallest set of rules that ' +
    'always speak as loudly is named.',
  *run(audited) {
    const { prepared } = audited.bench.screener;
    const trials = trialsOf(audited.rules, audited.bench.screener);
    let apart: Apart | undefined;
    for (const rule of prepared.rules) {
      const { id, outcome, plan, instructions } = rule.body;
      // One that instructs, or that plans for a medicine, changes more than the disposition.
      if (outcome === 'go' || plan !== undefined || instructions) continue;
      const fired = trials
        .filter((trial) => isExample(trial, id) && verdictWord(rule, trial.context) === 'fires')
        .map(({ context }) => context);
      const cover = coverIn(fired, rule, prepared.rules);
      if (!cover) continue;
      apart ??= new Apart(audited.bench);
      if (!isCovered(rule, cover, apart)) continue;
      const smallest = cover.reduce<readonly PreparedRule[]>((kept, each) => {
        const fewer = kept.filter((other) => other !== each);
        return fewer.length > 0 && apart && isCovered(rule, fewer, apart) ? fewer : kept;
      }, cover);
      const names = smallest.map(({ body }) => `\`${body.id}\``).join(' or ');
      yield {
        message: `\`${id}\` never changes a result: whenever it fires, ${names} says at least as much`,
        span: placeOf(audited, `rules:${id}`),
      };
    }
  },
};

/** Rules of which in every one of these patients one says as much; undefined where one patient hears it from this rule alone. */
function coverIn(
  fired: readonly Context[],
  rule: PreparedRule,
  rules: readonly PreparedRule[],
): readonly PreparedRule[] | undefined {
  const louder = rules.filter((other) => other !== rule && saysAsMuch(other, rule));
  const cover = new Set<PreparedRule>();
  for (const context of fired) {
    const speaking = louder.filter((other) =>
      evaluateRule(other, context).some(({ status }) => status === 'fired'),
    );
    if (speaking.length === 0) return undefined;
    for (const each of speaking) cover.add(each);
  }
  return cover.size === 0 ? undefined : [...cover];
}

function saysAsMuch({ body: a }: PreparedRule, { body: b }: PreparedRule): boolean {
  return isAtLeast(
    { disposition: a.outcome, urgency: a.urgency },
    { disposition: b.outcome, urgency: b.urgency },
  );
}

/** Whether no patient is found by the rule alone, which is proved over every region. */
function isCovered(rule: PreparedRule, cover: readonly PreparedRule[], apart: Apart): boolean {
  const [own, ...others] = [rule, ...cover].map((each) => unitOf(each));
  return own !== undefined && apart.alone(own, others).is === 'none';
}
