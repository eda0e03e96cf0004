import { expect, test } from 'vitest';

import type { PageEntry } from '../../../src/batch/decide-rows.ts';
import { prescriberRules, workOf } from '../../../src/batch/worklist.ts';
import { PageRows } from '../../../src/report/page/page-rows.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { paperSource } from '../../support/paper-source.ts';
import { type RawIntake, shipped, shippedScreener } from '../../support/shipped.ts';

function entry(given: RawIntake): PageEntry {
  const { result, intake } = paperSource(healthyWith({ ...given }));
  return { result, intake, ...workOf(result, prescriberRules(shipped.ruleSet)) };
}

test('of more patients than anybody reads, those who need the most are kept and all are counted', () => {
  const rows = new PageRows(shippedScreener.zone);
  const go = entry({ id: 'GO' });
  const hold = entry({ id: 'HOLD', 'infection.active': true });
  for (const each of [...Array.from({ length: 10_500 }, () => go), hold]) rows.add(each);
  expect(rows.sorted().map(({ result }) => result.id)).toEqual([
    'HOLD',
    ...Array.from({ length: 4999 }, () => 'GO'),
  ]);
  expect(rows.left).toBe(5501);
  expect([...rows.days.values()]).toEqual([{ hold: 1, 'contact-physician': 0, go: 10_500 }]);
});

test('a rule counts once for a patient, by the worst of its findings', () => {
  const rows = new PageRows(shippedScreener.zone);
  rows.add(entry({ medications: ['abcxyz', 'xyzabc'] }));
  expect([...rows.rules]).toEqual([
    ['medicines.unrecognised', { hold: 0, 'contact-physician': 1, go: 0 }],
  ]);
});
