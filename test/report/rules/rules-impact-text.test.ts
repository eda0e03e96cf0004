import { describe, expect, test } from 'vitest';

import type { ChangedIntake, Impact } from '../../../src/audit/impact/impact.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { rulesImpactText } from '../../../src/report/rules/rules-impact-text.ts';

const said = (disposition: 'go' | 'hold'): ChangedIntake['before'] => ({
  disposition,
  urgency: 'routine',
  findings: [],
  instructions: [],
});

const looser = (id: string): ChangedIntake => ({
  id,
  direction: 'looser',
  before: said('hold'),
  after: said('go'),
});

const NOTHING: Impact = {
  intakes: 20,
  same: 20,
  changed: [],
  rules: [],
  readable: { before: 0, after: 0 },
  rejected: 0,
};

describe('the impact in words', () => {
  test('is three lines when nobody changes', () => {
    expect(rulesImpactText(NOTHING, PLAIN).split('\n')).toEqual([
      '20 intakes under both rule sets',
      '       20  are told the same, word for word',
      '        0  are told something else',
      '',
    ]);
  });

  test('names those who change, twelve of them at most, within 80 columns', () => {
    const changed = Array.from({ length: 14 }, (_, index) => looser(`PATIENT-${index}`));
    const text = rulesImpactText({ ...NOTHING, same: 6, changed }, PLAIN);
    expect(text).toContain('Looser\n       14  HOLD -> GO\n           PATIENT-0, PATIENT-1,');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('PATIENT-11 and 2 more (--json has all)');
    expect(text).not.toContain('PATIENT-12');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('counts patients by rule', () => {
    const rules = [{ rule: 'fever', newly: 1, noLonger: 22, otherwise: 0 }];
    expect(rulesImpactText({ ...NOTHING, rules }, PLAIN)).toContain(
      '  rule       newly  no longer  otherwise\n  fever          1         22          0\n',
    );
  });

  test('says what could not be read', () => {
    expect(
      rulesImpactText({ ...NOTHING, rejected: 2, readable: { before: 1, after: 0 } }, PLAIN),
    ).toContain(
      '        1  can no longer be read, and would be rejected\n        2  cannot be read by either',
    );
  });
});
