import { describe, expect, test } from 'vitest';

import { shadowedRule } from '../../../src/audit/checks/shadowed-rule.ts';
import { messages } from '../../support/small-audit.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const questions = [
  { id: 'temperature', type: 'number', between: [30, 45] },
  { id: 'fever', type: 'yes-no' },
];
const healthy = { temperature: 37, fever: false };
const example = (given: object): object => ({ name: 'fires', given, expect: 'fires' });

function rules(...of: readonly object[]): RuleParts {
  return { questions, healthy, rules: of as NonNullable<RuleParts['rules']> };
}

const high = {
  id: 'high',
  when: [{ temperature: 'at least 40' }],
  examples: [example({ temperature: 41 })],
};
const warm = {
  id: 'warm',
  when: [{ temperature: 'at least 38' }],
  examples: [example({ temperature: 38 })],
};

describe('shadowed-rule', () => {
  test('finds a rule that another always speaks as loudly as', () => {
    expect(messages(shadowedRule, rules(high, warm))).toEqual([
      '`high` never changes a result: whenever it fires, `warm` says at least as much',
    ]);
  });

  test('finds one that only several together cover, and names no more of them than it takes', () => {
    const low = { id: 'a-below', when: [{ temperature: 'less than 40' }, { fever: 'yes' }] };
    const rest = { id: 'b-above', when: [{ temperature: 'at least 40' }, { fever: 'yes' }] };
    const told = { id: 'c-told', when: [{ temperature: 'answered' }, { fever: 'yes' }] };
    const examples = [example({ fever: true }), example({ fever: true, temperature: 41 })];
    const both = rules(low, rest, { ...told, examples });
    expect(messages(shadowedRule, both)).toContain(
      '`c-told` never changes a result: whenever it fires, `a-below` or `b-above` says at least as much',
    );
  });

  test('stays quiet where a patient hears it from the rule alone, though no example shows it', () => {
    const also = { id: 'also', when: [{ temperature: 'at least 40' }, { fever: 'yes' }] };
    const examples = [example({ temperature: 41, fever: true })];
    expect(messages(shadowedRule, rules({ ...high, examples }, also))).toEqual([]);
  });

  test('stays quiet where the other says less', () => {
    expect(messages(shadowedRule, rules(high, { ...warm, outcome: 'contact-physician' }))).toEqual(
      [],
    );
  });

  test('stays quiet where the other is silent because something is not known', () => {
    const both = { id: 'both', when: [{ any: [{ fever: 'yes' }, { fever: 'no' }] }] };
    expect(messages(shadowedRule, rules(high, both))).toEqual([]);
  });
});
