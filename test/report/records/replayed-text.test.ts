import { expect, test } from 'vitest';

import { PLAIN } from '../../../src/report/palette.ts';
import { type ReplayedRecord, replayedText } from '../../../src/report/records/replayed-text.ts';

test('a record that decides otherwise is named with what differs; the others are counted by why', () => {
  const closed = ['2', '3'].map((record): ReplayedRecord => {
    return { record, is: 'closed', why: 'encrypted' };
  });
  const text = replayedText(
    [
      { record: '1', is: 'same' },
      ...closed,
      { record: '4', is: 'lost', why: 'damaged' },
      { record: '5', is: 'different', paths: ['disposition', 'findings[0].rule'] },
      { record: '6', is: 'unreadable', codes: ['id: missing-field'] },
    ],
    PLAIN,
  );
  expect(text.split('\n')).toEqual([
    '  DIFFERENT     5: what differs: disposition, findings[0].rule',
    '  DIFFERENT     6: its answers cannot be read: id: missing-field',
    '  NOT REPLAYED  2 records: encrypted',
    '  NOT REPLAYED  4: damaged',
    '1 of 6 screenings decide the same, byte for byte.',
    '',
  ]);
});

test('many that decide otherwise are named up to a number that can be read', () => {
  const many = Array.from({ length: 100 }, (_, index): ReplayedRecord => {
    return { record: String(index), is: 'different', paths: ['disposition'] };
  });
  const lines = replayedText(many, PLAIN).split('\n');
  expect(lines).toHaveLength(43);
  expect(lines[40]).toBe('  and 60 more');
});
