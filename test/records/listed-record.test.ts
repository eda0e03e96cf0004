import { expect, test } from 'vitest';

import { isWanted, listedRecord, type RecordFilter } from '../../src/records/listed-record.ts';
import { parseDay } from '../../src/time/day.ts';
import { ANCHORAGE } from '../support/anchorage.ts';
import { onlyStanding, screeningRecord } from '../support/small-record.ts';

const HOLD = listedRecord(onlyStanding(screeningRecord({ id: 'A-1', 'infection.active': true })));

test('a record in a line tells who, when and what came of it', () => {
  expect(HOLD).toEqual({
    record: '0000001-aaaaaaaaaaaa',
    saved_at: '2026-11-24T07:31:00-09:00',
    screened_by: 'A. Nurse',
    id: 'A-1',
    procedure_at: '2026-11-24T09:00:00-09:00',
    disposition: 'hold',
    urgency: 'routine',
    overridden_to: null,
    follows: null,
    additions: 0,
  });
});

test.each<[string, RecordFilter, boolean]>([
  ['nothing', {}, true],
  ['its id, however it is written', { id: ' a-1' }, true],
  ['another id', { id: 'A-10' }, false],
  ['who screened', { by: 'a. nurse' }, true],
  ['its disposition', { disposition: 'hold' }, true],
  ['another disposition', { disposition: 'go' }, false],
  ['a span that begins on its day', { since: parseDay('2026-11-24') }, true],
  ['a span that begins the day after', { since: parseDay('2026-11-25') }, false],
  ['a span that ends on its day', { until: parseDay('2026-11-24') }, true],
  ['a span that ended the day before', { until: parseDay('2026-11-23') }, false],
  ['the day of the procedure', { procedureOn: parseDay('2026-11-24') }, true],
  ['its id and another disposition', { id: 'A-1', disposition: 'go' }, false],
])('asked for by %s: %o, it is found: %s', (_, filter, expected) => {
  expect(isWanted(HOLD, filter, ANCHORAGE)).toBe(expected);
});
