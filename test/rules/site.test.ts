import { describe, expect, test } from 'vitest';

import { readSite } from '../../src/rules/read-site.ts';
import { applySite, type Site } from '../../src/rules/site.ts';
import { readOf } from '../support/places.ts';
import { SITE } from '../support/small-site.ts';
import { smallRuleSet } from '../support/small-rules.ts';

const RULES = smallRuleSet(`
questions:
  - id: procedure.type
    section: s
    ask: words
    need: required
    type: choice
    choices: {injection: An injection, block: A block}
parameters:
  - {id: risk.age, title: Old, value: 75, source: policy}
  - {id: wait, title: Wait, value: 72 hours, source: policy}
`);

function site(text: string): Site {
  return readOf(readSite({ file: 'clinic.yaml', text }, RULES));
}

describe('what a site overrides', () => {
  const overriding = site(
    SITE.replace(
      'overrides: []',
      'overrides: [{parameter: wait, value: 96 hours, reason: r, by: Dr A, on: 2026-11-24}]',
    ),
  );

  test('is in force', () => {
    expect(applySite(RULES, overriding).parameters['wait']?.value).toEqual({
      count: 96,
      unit: 'hours',
    });
  });

  test('is told with what was shipped, the reason, the name and the date', () => {
    expect(overriding.overrides).toMatchObject([
      {
        parameter: 'wait',
        value: '96 hours',
        shipped: '72 hours',
        reason: 'r',
        by: 'Dr A',
        on: '2026-11-24',
      },
    ]);
  });

  test('leaves all else as it was', () => {
    const { parameters, ...rest } = applySite(RULES, overriding);
    const { parameters: shipped, ...others } = RULES;
    expect([rest, parameters['risk.age']]).toEqual([others, shipped['risk.age']]);
  });

  test('does not change the rules that were shipped', () => {
    applySite(RULES, overriding);
    expect(RULES.parameters['wait']?.value).toEqual({ count: 72, unit: 'hours' });
  });
});

test('a site that overrides nothing leaves the rules as they are', () => {
  expect(applySite(RULES, site(SITE))).toEqual(RULES);
});
