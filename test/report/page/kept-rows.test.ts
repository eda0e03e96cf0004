import { expect, test } from 'vitest';

import { type Listed, listedOf, prescriberRules, workOf } from '../../../src/batch/worklist.ts';
import { KeptRows } from '../../../src/report/page/kept-rows.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { type RawIntake, screenRaw, shipped, shippedScreener } from '../../support/shipped.ts';

function listed(given: RawIntake): Listed {
  const result = screenRaw(healthyWith({ ...given }));
  const work = workOf(result, prescriberRules(shipped.ruleSet));
  return listedOf(result, work, { line: 2, record: 1 }, true);
}

const GO = listed({ id: 'GO' });
const HOLD = listed({ id: 'HOLD', 'infection.active': true });

test('of more patients than anybody reads, those who need the most are kept and all are counted', () => {
  const rows = new KeptRows(shippedScreener.zone);
  for (const each of [...Array.from({ length: 10_500 }, () => GO), HOLD]) rows.add(each, () => 0);
  expect(rows.sorted().map(({ id }) => id)).toEqual([
    'HOLD',
    ...Array.from({ length: 4999 }, () => 'GO'),
  ]);
  expect(rows.left).toBe(5501);
  expect([...rows.days.values()]).toEqual([{ hold: 1, 'contact-physician': 0, go: 10_500 }]);
});

test('nothing is put aside for a row that cannot be among them any more', () => {
  const rows = new KeptRows(shippedScreener.zone);
  let aside = 0;
  const keep = (): number => (aside += 1);
  for (const each of Array.from({ length: 30_000 }, () => GO)) rows.add(each, keep);
  expect(aside).toBe(10_001);
  rows.add(HOLD, keep);
  expect(rows.sorted()[0]).toMatchObject({ id: 'HOLD', place: 10_002 });
});

test('they go on from what was kept of them', () => {
  const before = new KeptRows(shippedScreener.zone);
  before.add(GO, () => 7);
  const state: unknown = JSON.parse(JSON.stringify(before.state()));
  const after = new KeptRows(shippedScreener.zone, state as ReturnType<KeptRows['state']>);
  for (const rows of [before, after]) rows.add(HOLD, () => 9);
  expect(after.state()).toEqual(before.state());
});

test('a rule counts once for a patient, by the worst of its findings', () => {
  const rows = new KeptRows(shippedScreener.zone);
  rows.add(listed({ medications: ['abcxyz', 'xyzabc'] }), () => 0);
  expect([...rows.rules]).toEqual([
    ['medicines.unrecognised', { hold: 0, 'contact-physician': 1, go: 0 }],
  ]);
});
