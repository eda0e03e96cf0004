import { expect, test } from 'vitest';

import type { Override } from '../../src/records/record.ts';
import { standingRecords } from '../../src/records/standing-record.ts';
import { additionRecord, onlyStanding, screeningRecord } from '../support/small-record.ts';

const MISSED = { at: '2026-11-24T07:40:00-09:00', outcome: 'no-answer' as const };
const REACHED = {
  at: '2026-11-24T08:00:00-09:00',
  outcome: 'reached' as const,
  spoke_with: 'patient' as const,
};
const OVERRIDE: Override = {
  by: 'Dr A. Example',
  reason: 'risk-accepted',
  reason_words: 'The risk of waiting is greater',
  comment: 'Discussed.',
  at: '2026-11-24T08:10:00-09:00',
  disposition: 'go',
};

test('calls and overrides that were added later stand with those of the screening, in their order', () => {
  const screening = screeningRecord({ 'infection.active': true }, { call: { attempts: [MISSED] } });
  const standing = onlyStanding(
    screening,
    additionRecord({ attempts: [REACHED], teach_back: false }),
    additionRecord({ attempts: [], teach_back: true }, [OVERRIDE]),
  );
  expect(standing.call).toEqual({ attempts: [MISSED, REACHED], teach_back: true });
  expect(standing.overrides).toEqual([OVERRIDE]);
  expect(standing.additions).toHaveLength(2);
});

test('the result stays what it was, whatever was decided otherwise', () => {
  const screening = screeningRecord({ 'infection.active': true });
  const standing = onlyStanding(screening, additionRecord({ attempts: [] }, [OVERRIDE]));
  expect(standing.result).toEqual(screening.result);
  expect(standing.result.disposition).toBe('hold');
});

test('a screening that was taken up again names the one that did', () => {
  const later = screeningRecord(
    {},
    { id: '0000003-cccccccccccc', follows: '0000001-aaaaaaaaaaaa' },
  );
  const standing = standingRecords([screeningRecord(), later]);
  expect(standing.map(({ followed_by: by }) => by)).toEqual([['0000003-cccccccccccc'], []]);
});
