import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Intake } from '../../src/intake/answers.ts';
import type { IntakeFault } from '../../src/intake/fault.ts';
import { readIntake, type ReadingOptions } from '../../src/intake/read-intake.ts';
import { ANCHORAGE, at } from '../support/anchorage.ts';
import { QUESTIONS } from '../support/small-questions.ts';
import { smallRuleSet } from '../support/small-rules.ts';

const OPTIONS: ReadingOptions = { zone: ANCHORAGE, asOf: undefined, now: at('2026-11-20T14:30') };
const WHO = { id: 'A-1', 'procedure.type': 'injection', 'procedure.at': '2026-11-24T09:00' };

function read(raw: unknown, options: Partial<ReadingOptions> = {}): Intake {
  const reading = readIntake(raw, QUESTIONS, { ...OPTIONS, ...options });
  if (reading.ok) return reading.intake;
  throw new Error(reading.faults.map(({ code }) => code).join(', '));
}

function refused(raw: unknown): readonly IntakeFault[] {
  const reading = readIntake(raw, QUESTIONS, OPTIONS);
  return reading.ok ? [] : reading.faults;
}

/** The faults, each as the path of its value and its code. */
function faults(raw: unknown): string[] {
  return refused(raw).map(({ code, path }) => `${path.join('/')} ${code}`);
}

describe('an intake', () => {
  test('tells whom it is about, of what, and when it was answered', () => {
    const {
      id,
      procedure_at: procedure,
      screened_at: screened,
    } = read({ ...WHO, screened_at: '2026-11-19T08:00' });
    expect([id, procedure, screened]).toEqual([
      'A-1',
      at('2026-11-24T09:00'),
      at('2026-11-19T08:00'),
    ]);
  });

  test.each([
    ['nested', { id: 'A-1', procedure: { type: 'injection', at: '2026-11-24T09:00' } }],
    ['with words in capitals', { ...WHO, 'procedure.type': 'Injection' }],
    ['with a number for its key', { ...WHO, id: 1024 }],
  ])('may be %s', (_, raw) => {
    expect(faults(raw)).toEqual([]);
  });

  test('leaves out the moment of the answers from the answers', () => {
    expect([...read({ ...WHO, screened_at: '2026-11-19T08:00' }).answers.keys()]).toEqual(
      Object.keys(WHO),
    );
  });
});

describe('a question that was asked', () => {
  const state = (value: unknown): string | undefined =>
    read({ ...WHO, signs: value }).answers.get('signs')?.state;

  test.each([['unknown'], ['Unknown'], [' unknown '], [['unknown']]])(
    '%j: the patient does not know',
    (value) => {
      expect(state(value)).toBe('unknown');
    },
  );

  test.each([['declined'], [['Declined']]])('%j: the patient would not say', (value) => {
    expect(state(value)).toBe('declined');
  });

  test.each([[null], [undefined], [''], ['  '], [[]], [['']], [';'], [' , ']])(
    '%j: it was not asked',
    (value) => {
      expect(state(value)).toBeUndefined();
    },
  );

  test.each([['fever'], [['fever']], ['none'], [['none']]])('%j: it was answered', (value) => {
    expect(state(value)).toBe('answered');
  });
});

describe('the medicines', () => {
  test.each([
    ['none', [], { state: 'answered', value: [] }],
    [[], [], { state: 'answered', value: [] }],
    [['none'], [], { state: 'answered', value: [] }],
    ['unknown', [], { state: 'unknown' }],
    ['declined', [], { state: 'declined' }],
    ['aspirin', ['aspirin'], { state: 'answered', value: ['aspirin'] }],
    [
      'aspirin; Eliquis',
      ['aspirin', 'Eliquis'],
      { state: 'answered', value: ['aspirin', 'Eliquis'] },
    ],
    [null, [], undefined],
    ['', [], undefined],
    [' ; ', [], undefined],
    [[''], [], undefined],
  ])('%j is %j', (value, names, answer) => {
    const intake = read({ ...WHO, medications: value });
    expect(intake.medicines.map(({ name }) => name)).toEqual(names);
    expect(intake.answers.get('medications')).toEqual(answer);
  });

  test('of both lists stand together, each with its list and its place there', () => {
    const { medicines } = read({
      ...WHO,
      medications: ['aspirin'],
      supplements: ['garlic', 'ginkgo'],
    });
    expect(medicines.map(({ list, index, name }) => [list, index, name])).toEqual([
      ['medications', 0, 'aspirin'],
      ['supplements', 0, 'garlic'],
      ['supplements', 1, 'ginkgo'],
    ]);
  });

  test('are refused at their own place', () => {
    expect(faults({ ...WHO, supplements: ['a', { name: 'b', last_taken: '2027-01-01' }] })).toEqual(
      ['supplements/1/last_taken in-the-future'],
    );
  });
});

test('medicines under another name are refused at that name', () => {
  const asked = '{id: home.medicines, section: s, ask: words, need: optional, type: medicines}';
  const raw = { home: { medicines: [{ name: 'a', route: 'magic' }] } };
  const reading = readIntake(raw, smallRuleSet(`questions: [${asked}]`), OPTIONS);
  const found = reading.ok ? [] : reading.faults.filter(({ code }) => code === 'unknown-choice');
  expect(found.map(({ path }) => path)).toEqual([['home', 'medicines', 0, 'route']]);
});

describe('the moment of the answers', () => {
  test('is now when it is not told', () => {
    expect(read(WHO).screened_at).toBe(OPTIONS.now);
  });

  test.each(['unknown', '', null])('is now when it is told as %j', (value) => {
    expect(read({ ...WHO, screened_at: value }).screened_at).toBe(OPTIONS.now);
  });

  test('is another when that is asked for', () => {
    const asOf = at('2026-11-18T00:00');
    expect(read({ ...WHO, screened_at: '2026-11-19T08:00' }, { asOf }).screened_at).toBe(asOf);
  });

  test('needs no hour where another moment counts', () => {
    const asOf = at('2026-11-18T00:00');
    expect(read({ ...WHO, screened_at: '2026-11-19' }, { asOf }).screened_at).toBe(asOf);
  });

  test('in the hour that comes twice is the earlier one', () => {
    const intake = read({ ...WHO, screened_at: '2026-11-01T01:30' });
    expect(intake.screened_at).toBe(at('2026-11-01T01:30-08:00'));
  });

  test.each(['2026-11-19', 'this morning', 5, true])('is refused when it is %j', (value) => {
    expect(faults({ ...WHO, screened_at: value })).toEqual(['screened_at not-a-date']);
  });
});

describe('the procedure', () => {
  test.each([
    ['earlier on the day of the screening is still to be decided', '2026-11-20T08:00', []],
    ['on the day before it is past', '2026-11-19T23:59', ['procedure.at in-the-past']],
    ['some years before it is past', '2019-11-19T09:00', ['procedure.at in-the-past']],
    ['a hundred years before it is a slip', '1926-11-24T09:00', ['procedure.at implausible-value']],
    [
      'in a year that cannot be meant is a slip',
      '2206-11-24T09:00',
      ['procedure.at implausible-value'],
    ],
    ['without its hour is none', '2026-11-24', ['procedure.at not-a-date']],
  ])('%s', (_, value, expected) => {
    expect(faults({ ...WHO, 'procedure.at': value })).toEqual(expected);
  });

  test('that is past can be decided as of then', () => {
    const asOf = at('2026-11-18T12:00');
    expect(read({ ...WHO, 'procedure.at': '2026-11-19T09:00' }, { asOf }).procedure_at).toBe(
      at('2026-11-19T09:00'),
    );
  });

  test.each([
    ['in-the-past', '2026-11-19T09:00'],
    ['implausible-value', '1926-11-24T09:00'],
  ])('that is %s comes with what to do', (_, value) => {
    expect(refused({ ...WHO, 'procedure.at': value })[0]?.help).toBeTypeOf('string');
  });
});

describe('an intake is refused', () => {
  test.each([null, undefined, 'x', 5, [], [WHO]])('when it is %j', (raw) => {
    expect(faults(raw)).toEqual([' not-an-object']);
  });

  test.each(['id', 'procedure.type', 'procedure.at'])('without its `%s`', (field) => {
    expect(
      refused({ ...WHO, [field]: null }).map((fault) => `${fault.field} ${fault.code}`),
    ).toEqual([`${field} missing-field`]);
  });

  test.each(['id', 'procedure.type', 'procedure.at'])('when its `%s` is not known', (field) => {
    expect(refused({ ...WHO, [field]: 'unknown' }).map(({ code }) => code)).toEqual([
      'missing-field',
    ]);
  });

  test('once, when its key is no text', () => {
    expect(faults({ ...WHO, id: true })).toEqual(['id wrong-type']);
  });

  test.each([
    [
      'HbA1c in another unit',
      { 'diabetes.hba1c_percent': 72 },
      ['diabetes.hba1c_percent implausible-value'],
    ],
    [
      'a date to come of what is past',
      { 'diabetes.hba1c_on': '2026-11-21' },
      ['diabetes.hba1c_on in-the-future'],
    ],
    ['a drink to come', { last_alcohol_at: '2026-11-20T20:00' }, ['last_alcohol_at in-the-future']],
    ['none beside another', { signs: ['none', 'fever'] }, ['signs none-with-others']],
    ['a field that there is not', { weight: 80 }, ['weight unknown-field']],
    [
      'a field answered twice',
      { diabetes: { type: 'none' }, 'diabetes.type': 'none' },
      ['diabetes.type duplicate-field'],
    ],
  ])('for %s', (_, more, expected) => {
    expect(faults({ ...WHO, ...more })).toEqual(expected);
  });

  test('for the value at its own place, when it is nested', () => {
    expect(faults({ ...WHO, diabetes: { hba1c_percent: 72 } })).toEqual([
      'diabetes/hba1c_percent implausible-value',
    ]);
  });

  test('for all of its faults at once', () => {
    const raw = {
      id: 'A-1',
      weight: 80,
      signs: 'cough',
      'diabetes.hba1c_percent': 72,
      medications: [{ dose: 5 }],
    };
    expect(
      refused(raw)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual([
      'implausible-value',
      'missing-field',
      'missing-field',
      'missing-field',
      'unknown-choice',
      'unknown-field',
    ]);
  });

  test('with its key, so that the row can be found', () => {
    const reading = readIntake({ ...WHO, weight: 80 }, QUESTIONS, OPTIONS);
    expect(!reading.ok && reading.id).toBe('A-1');
  });

  test('and never misread: whatever it holds, it is read or refused with reasons', () => {
    const raw = fc.dictionary(
      fc.constantFrom(...QUESTIONS.questions.map(({ id }) => id), 'diabetes', 'x'),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(raw, (more) => {
        const reading = readIntake({ ...WHO, ...more }, QUESTIONS, OPTIONS);
        expect(reading.ok || reading.faults.length > 0).toBe(true);
      }),
    );
  });
});
