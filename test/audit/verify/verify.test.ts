import { describe, expect, test } from 'vitest';

import type { Bench } from '../../../src/audit/regions/bench.ts';
import { verify } from '../../../src/audit/verify/verify.ts';
import { bench, benchOf } from '../../support/audit-bench.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

function statusOf(law: string, parts: RuleParts): string | undefined {
  return rulingOf(law, bench(parts));
}

function rulingOf(law: string, rules: Bench): string | undefined {
  return verify(rules).find(({ id }) => id === law)?.status;
}

const ASKS_UNKNOWN = { id: 'unknown', each_medicine: [{ recognised: 'no' }] };
const CLOSE = 'less than 24 hours before the procedure';
const WITHIN = {
  id: 'within',
  when: [{ any_medicine: [{ class: 'nsaid' }, { last_taken: CLOSE }] }],
};
/** With another medicine close to the procedure a hold, and without it a contact. */
const OF_THINNER = [{ class: 'anticoagulant' }];
const RAISED = { id: 'raised', each_medicine: OF_THINNER, when: [{ within: 'yes' }] };
const PLAIN = {
  id: 'plain',
  each_medicine: OF_THINNER,
  when: [{ within: 'no' }],
  outcome: 'contact-physician',
};
const questions = [{ id: 'last_meal.at', type: 'date-time', direction: 'any' }];

describe('the law that', () => {
  test('what is missing is not a no is proved of any question that is required', () => {
    const infection = { id: 'infection', type: 'yes-no', need: 'required' };
    expect(
      statusOf('missing-is-not-no', { questions: [infection], healthy: { infection: false } }),
    ).toBe('proved');
  });

  test('an unrecognised medicine is asked about is proved by a rule for all of them', () => {
    expect(statusOf('unrecognised-is-asked', { rules: [ASKS_UNKNOWN] })).toBe('proved');
  });

  test('an unrecognised medicine is asked about is not proved without such a rule, nor by one with an exception', () => {
    expect(statusOf('unrecognised-is-asked', {})).toBe('not-proved');
    const excepted = { ...ASKS_UNKNOWN, unless: [{ still_taking: 'known to be no' }] };
    expect(statusOf('unrecognised-is-asked', { rules: [excepted] })).toBe('not-proved');
  });

  test('later is not safer is proved of a wait', () => {
    const meal = {
      id: 'meal',
      when: [{ 'last_meal.at': 'less than 6 hours before the procedure' }],
    };
    expect(statusOf('later-is-not-safer', { questions, rules: [meal] })).toBe('proved');
  });

  test('later is not safer is refuted by a rule that holds only what is long ago', () => {
    const meal = {
      id: 'meal',
      when: [{ 'last_meal.at': 'at least 6 hours before the procedure' }],
    };
    expect(statusOf('later-is-not-safer', { questions, rules: [meal] })).toBe('refuted');
  });

  test.each([
    ['a definition', { definitions: [WITHIN], rules: [{ id: 'r', when: [{ within: 'yes' }] }] }],
    ['a rule of the same medicine', { definitions: [WITHIN], rules: [RAISED, PLAIN] }],
    ['what is asked of other medicines', { rules: [{ id: 'r', when: WITHIN.when }] }],
  ])('later is not safer is proved through %s', (_, parts) => {
    expect(statusOf('later-is-not-safer', parts)).toBe('proved');
  });

  test('later is not safer is refuted by a second medicine that makes a rule let the first one go', () => {
    const laws = verify(bench({ definitions: [WITHIN], rules: [PLAIN] }));
    const law = laws.find(({ id }) => id === 'later-is-not-safer');
    expect(law).toMatchObject({ status: 'refuted', basis: 'plain: last_taken' });
    expect(JSON.stringify(law?.witness)).toContain('last_taken');
  });

  test('later is not safer is refuted by a count that only an earlier dose leaves valid', () => {
    const inr = [
      { id: 'inr', type: 'number', between: [0.5, 20] },
      { id: 'inr_on', type: 'date', direction: 'past' },
    ];
    const high = {
      id: 'high',
      each_medicine: [{ class: 'anticoagulant' }],
      when: [{ inr: 'more than 1.2' }, { inr_on: 'after the last dose' }],
    };
    expect(statusOf('later-is-not-safer', { questions: inr, rules: [high] })).toBe('refuted');
    const always = { ...high, when: [{ inr: 'more than 1.2' }] };
    expect(statusOf('later-is-not-safer', { questions: inr, rules: [always] })).toBe('proved');
  });

  test('an emergency holds is refuted by one that does not', () => {
    const right = bench({
      rules: [{ id: 'stroke', when: [{ 'procedure.type': 'injection' }], urgency: 'emergency' }],
    });
    expect(rulingOf('emergency-holds', right)).toBe('proved');
    const { ruleSet } = right.screener.prepared;
    const weaker = ruleSet.rules.map((rule) => ({
      ...rule,
      outcome: 'contact-physician' as const,
    }));
    expect(rulingOf('emergency-holds', benchOf({ ...ruleSet, rules: weaker }))).toBe('refuted');
  });

  test.each(['no-stop-without-agreement', 'overrides-show'])(
    '%s is proved of the small rules',
    (law) => {
      expect(statusOf(law, { rules: [ASKS_UNKNOWN] })).toBe('proved');
    },
  );
});
