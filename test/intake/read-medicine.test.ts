import { describe, expect, test } from 'vitest';

import type { IntakeMedicine } from '../../src/intake/answers.ts';
import { readMedicines } from '../../src/intake/read-medicine.ts';
import type { Clock } from '../../src/intake/read-value.ts';
import { ANCHORAGE, at } from '../support/anchorage.ts';

const CLOCK: Clock = { zone: ANCHORAGE, screenedAt: at('2026-11-20T14:30') };

function read(value: unknown): readonly IntakeMedicine[] {
  const { medicines, faults: found } = readMedicines('medications', value, CLOCK);
  expect(found).toEqual([]);
  return medicines;
}

/** The faults, each as where it stands, its field and its code. */
function faults(value: unknown): string[] {
  return readMedicines('medications', value, CLOCK).faults.map(
    ({ code, field, path }) => `${path.join('/')} ${field} ${code}`,
  );
}

describe('a list of medicines', () => {
  test('may hold objects, with what is told of each', () => {
    const medicine = {
      name: 'Eliquis',
      dose: '5 mg',
      regimen: 'daily',
      route: 'oral',
      last_taken: '2026-11-20T08:00',
      still_taking: 'no',
      taken_for: 'stent',
      prescriber_agrees: true,
    };
    expect(read([medicine])).toEqual([
      {
        ...medicine,
        list: 'medications',
        index: 0,
        last_taken: at('2026-11-20T08:00'),
        still_taking: false,
      },
    ]);
  });

  test('may hold plain names', () => {
    expect(read(['Eliquis', ' aspirin '])).toMatchObject([
      { name: 'Eliquis', index: 0 },
      { name: 'aspirin', index: 1 },
    ]);
  });

  test('may hold one whose name the patient does not know', () => {
    expect(read([{ name: 'unknown', dose: 'unknown' }])).toEqual([
      { list: 'medications', index: 0, name: 'unknown' },
    ]);
  });

  test('may be the text of a cell', () => {
    expect(read('Eliquis @ 2026-11-20 08:00 stopped; aspirin')).toMatchObject([
      { name: 'Eliquis', last_taken: at('2026-11-20T08:00'), still_taking: false },
      { name: 'aspirin' },
    ]);
  });

  test.each([[[]], [['none']], [[' None ']], ['none']])('%j is no medicine', (value) => {
    expect(read(value)).toEqual([]);
  });

  test.each([
    [['none', 'aspirin'], ['medications/0 medications none-with-others']],
    [['aspirin', 'None'], ['medications/1 medications none-with-others']],
    ['none; aspirin', ['medications medications none-with-others']],
  ])('%j: none stands alone', (value, expected) => {
    expect(faults(value)).toEqual(expected);
  });

  test.each([
    [5, ['medications medications wrong-type']],
    [{ name: 'aspirin' }, ['medications medications wrong-type']],
    [[5], ['medications/0 medications wrong-type']],
    [['aspirin', null], ['medications/1 medications wrong-type']],
    [[['aspirin']], ['medications/0 medications wrong-type']],
  ])('%j is none', (value, expected) => {
    expect(faults(value)).toEqual(expected);
  });
});

describe('what is told of a medicine', () => {
  test.each([null, undefined, '', ' ', 'unknown', 'Declined'])(
    'is left out when it is %j',
    (value) => {
      expect(read([{ name: 'aspirin', last_taken: value, taken_for: value }])).toEqual([
        { list: 'medications', index: 0, name: 'aspirin' },
      ]);
    },
  );

  test.each([
    [
      'what is nothing of a medicine',
      { name: 'a', strength: 5 },
      ['medications/0/strength medications[0].strength unknown-field'],
    ],
    ['no name', { dose: '5 mg' }, ['medications/0/name medications[0].name missing-field']],
    ['a name of spaces', { name: ' ' }, ['medications/0/name medications[0].name missing-field']],
    [
      'a name that is no text',
      { name: ['a'] },
      [
        'medications/0/name medications[0].name wrong-type',
        'medications/0/name medications[0].name missing-field',
      ],
    ],
    [
      'a reason that there is not',
      { name: 'a', taken_for: 'fun' },
      ['medications/0/taken_for medications[0].taken_for unknown-choice'],
    ],
    [
      'a route that there is not',
      { name: 'a', route: 'magic' },
      ['medications/0/route medications[0].route unknown-choice'],
    ],
    [
      'a regimen that there is not',
      { name: 'a', regimen: 'hourly' },
      ['medications/0/regimen medications[0].regimen unknown-choice'],
    ],
    [
      'neither yes nor no',
      { name: 'a', still_taking: 'often' },
      ['medications/0/still_taking medications[0].still_taking wrong-type'],
    ],
    [
      'a day that is none',
      { name: 'a', last_taken: 'yesterday' },
      ['medications/0/last_taken medications[0].last_taken not-a-date'],
    ],
  ])('is refused when it is %s', (_, medicine, expected) => {
    expect(faults([medicine])).toEqual(expected);
  });

  test('is refused at the cell, when it stands in one', () => {
    expect(faults('aspirin; Eliquis @ yesterday')).toEqual([
      'medications medications[1].last_taken not-a-date',
    ]);
  });

  test('is refused all at once', () => {
    expect(faults([{ name: 'a', route: 'magic' }, { dose: 5 }])).toHaveLength(2);
  });

  test('is offered when it may be meant', () => {
    const [fault] = readMedicines('medications', [{ name: 'a', last_take: 'x' }], CLOCK).faults;
    expect([fault?.help, fault?.atKey]).toEqual(['did you mean `last_taken`?', true]);
  });
});

describe('the last dose', () => {
  const lastTaken = (value: string, clock = CLOCK): string => {
    const { medicines, faults: found } = readMedicines(
      'medications',
      [{ name: 'a', last_taken: value }],
      clock,
    );
    const instant = medicines[0]?.last_taken;
    return (
      found[0]?.code ??
      (instant === undefined ? 'left out' : ANCHORAGE.format(instant).slice(0, 16))
    );
  };

  test.each([
    ['a day before is its last minute', '2026-11-19', '2026-11-19T23:59'],
    [
      'the day of the screening is the screening itself, if that is earlier',
      '2026-11-20',
      '2026-11-20T14:30',
    ],
    ['an hour is that hour', '2026-11-19T08:00', '2026-11-19T08:00'],
    ['an hour with its own offset is that moment', '2026-11-19T12:00-05:00', '2026-11-19T08:00'],
    ['the minute of the screening is not in the future', '2026-11-20T14:30', '2026-11-20T14:30'],
    ['a minute later is', '2026-11-20T14:31', 'in-the-future'],
    ['later that day is', '2026-11-20 20:00', 'in-the-future'],
    ['the day after is', '2026-11-21', 'in-the-future'],
    ['a year later is', '2027-11-19', 'in-the-future'],
    ['a year to come that cannot be meant is refused', '2206-11-19', 'implausible-value'],
    ['a year that cannot be meant is refused', '1926-11-19', 'implausible-value'],
    ['a year long ago is read', '1996-11-19', '1996-11-19T23:59'],
    ['a day that is none is refused', '2026-02-30', 'not-a-date'],
  ])('%s', (_, value, expected) => {
    expect(lastTaken(value)).toBe(expected);
  });

  test('on the day of a late screening is the last minute of that day', () => {
    const clock = { zone: ANCHORAGE, screenedAt: at('2026-11-20T23:59:30') };
    expect(lastTaken('2026-11-20', clock)).toBe('2026-11-20T23:59');
  });

  test('in the hour that comes twice is the later one: nearer to the procedure', () => {
    const clock = { zone: ANCHORAGE, screenedAt: at('2026-11-01T07:00') };
    const { medicines } = readMedicines(
      'medications',
      [{ name: 'a', last_taken: '2026-11-01T01:30' }],
      clock,
    );
    expect(medicines[0]?.last_taken).toBe(at('2026-11-01T01:30-09:00'));
  });
});
