import { describe, expect, test } from 'vitest';

import { evaluateRule, type Verdict } from '../../src/evaluation/evaluate-rule.ts';
import { at } from '../support/anchorage.ts';
import {
  A_WEEK_AHEAD,
  clinic,
  type Given,
  patient,
  type RuleParts,
} from '../support/small-clinic.ts';

const QUESTIONS = [
  { id: 'fever', type: 'yes-no' },
  { id: 'cough', type: 'yes-no' },
  { id: 'crcl', type: 'number', between: [0, 200] },
  { id: 'plan', type: 'yes-no', when: [{ fever: 'yes' }] },
];

/** The verdicts of one rule. */
function judge(rule: Given, given: Given, parts: RuleParts = {}): Verdict[] {
  const rules = clinic({ questions: QUESTIONS, ...parts, rules: [{ id: 'r', ...rule }] });
  return rules.prepared.rules.flatMap((each) => evaluateRule(each, patient(given, rules)));
}

const statuses = (verdicts: readonly Verdict[]): string[] => verdicts.map(({ status }) => status);
const lacksOf = (verdicts: readonly Verdict[]): string[] =>
  verdicts.flatMap((each) =>
    each.status === 'cannot-tell' ? each.lacks.map(({ fact }) => fact) : [],
  );

describe('a rule', () => {
  test('fires when its conditions hold', () => {
    expect(statuses(judge({ when: [{ fever: 'yes' }] }, { fever: true }))).toEqual(['fired']);
  });

  test('has nothing to say when they do not', () => {
    expect(judge({ when: [{ fever: 'yes' }] }, { fever: false })).toEqual([]);
  });

  test.each<[Given]>([[{}], [{ fever: 'unknown' }], [{ fever: 'declined' }]])(
    'has nothing to say of an answer that it does not need: %j',
    (given) => {
      expect(judge({ when: [{ fever: 'yes' }] }, given)).toEqual([]);
    },
  );

  test('cannot tell without an answer that it needs', () => {
    const verdicts = judge({ when: [{ crcl: 'less than 30' }], needs: ['crcl'] }, {});
    expect(statuses(verdicts)).toEqual(['cannot-tell']);
    expect(lacksOf(verdicts)).toEqual(['crcl']);
  });

  test('cannot tell either when the guard of what it needs is not known', () => {
    const rule = { when: [{ fever: 'yes' }, { crcl: 'less than 30' }], needs: ['fever', 'crcl'] };
    expect(statuses(judge(rule, { crcl: 20 }))).toEqual(['cannot-tell']);
    expect(judge(rule, { fever: false })).toEqual([]);
    expect(judge(rule, { crcl: 80 })).toEqual([]);
  });

  test('cannot tell when it is not known whether what it needs is asked of the patient', () => {
    const rule = { when: [{ plan: 'yes' }], needs: ['plan'] };
    expect(lacksOf(judge(rule, {}))).toEqual(['plan']);
    expect(lacksOf(judge(rule, { fever: true }))).toEqual(['plan']);
    expect(judge(rule, { fever: false })).toEqual([]);
  });

  test('leaves it to the missing required answer when only that keeps it open', () => {
    const rule = { when: [{ fever: 'yes' }, { crcl: 'less than 30' }], needs: ['crcl'] };
    expect(judge(rule, { crcl: 20 })).toEqual([]);
  });

  test('does not wait for what it needs when another part is known not to hold', () => {
    expect(
      judge(
        { when: [{ fever: 'yes' }, { crcl: 'less than 30' }], needs: ['crcl'] },
        { fever: false },
      ),
    ).toEqual([]);
  });

  test('that only notes something says nothing while it cannot tell', () => {
    const rule = { when: [{ crcl: 'less than 30' }], needs: ['crcl'], outcome: 'go' };
    expect(judge(rule, {})).toEqual([]);
  });
});

describe('an exception', () => {
  const rule = { when: [{ fever: 'yes' }], unless: [{ cough: 'yes' }] };

  test('counts when it is known to hold', () => {
    expect(judge(rule, { fever: true, cough: true })).toEqual([]);
  });

  test.each([[false], ['unknown'], ['declined'], [null]])(
    'does not count when it is %s',
    (cough) => {
      expect(statuses(judge(rule, { fever: true, cough }))).toEqual(['fired']);
    },
  );
});

describe('a rule of each medicine', () => {
  const window = {
    each_medicine: [
      { class: 'anticoagulant' },
      { last_taken: 'less than 72 hours before the procedure' },
    ],
  };

  test('has a verdict for each that it concerns', () => {
    const medications = [
      { name: 'Eliquis', last_taken: '2026-11-23T08:00' },
      { name: 'warfarin' },
      { name: 'aspirin', last_taken: '2026-11-24T06:00' },
    ];
    const verdicts = judge(window, { medications });
    expect(verdicts.map(({ medicine, status }) => [medicine?.given.name, status])).toEqual([
      ['Eliquis', 'fired'],
      ['warfarin', 'cannot-tell'],
    ]);
    expect(lacksOf(verdicts)).toEqual(['last_taken']);
  });

  test('counts a medicine of the other list too', () => {
    const supplements = [{ name: 'Eliquis', last_taken: '2026-11-23T08:00' }];
    expect(statuses(judge(window, { supplements }))).toEqual(['fired']);
  });

  const eliquis = (told: Given): Given => ({
    ...A_WEEK_AHEAD,
    medications: [{ name: 'Eliquis', still_taking: true, ...told }],
  });

  test('is cleared ahead of the day by a pause, with the moment of the last dose', () => {
    expect(judge(window, eliquis({}))).toMatchObject([
      { status: 'cleared', lastDoseBy: at('2026-11-21T09:00') },
    ]);
  });

  test('fires ahead of the day when too little time is left', () => {
    const late = judge(window, { ...eliquis({}), screened_at: '2026-11-21T09:01' });
    expect(statuses(late)).toEqual(['fired']);
    expect(late).toMatchObject([{ clearsAt: at('2026-11-24T09:01') }]);
  });

  test('is cleared, and says no date, when the medicine was paused in time already', () => {
    const paused = eliquis({ still_taking: false, last_taken: '2026-11-10' });
    expect(judge(window, paused)).toMatchObject([
      { status: 'cleared', lastDoseBy: at('2026-11-21T09:00') },
    ]);
  });

  test('that asks for no last dose is never cleared by a pause', () => {
    expect(judge({ each_medicine: [{ class: 'nsaid' }] }, eliquis({}))).toEqual([]);
  });
});

describe('two medicines that are harmless alone', () => {
  const together = {
    each_medicine: [
      { class: 'nsaid' },
      { last_taken: 'less than 24 hours before the procedure' },
      {
        any_medicine: [
          { class: 'antiplatelet' },
          { last_taken: 'less than 24 hours before the procedure' },
        ],
      },
    ],
  };

  test('are each judged as if neither were paused', () => {
    const medications = [
      { name: 'ibuprofen', still_taking: true },
      { name: 'aspirin', still_taking: true },
    ];
    expect(judge(together, { ...A_WEEK_AHEAD, medications })).toMatchObject([
      { status: 'cleared', lastDoseBy: at('2026-11-23T09:00') },
    ]);
  });

  test('are no trouble when the other was stopped', () => {
    const medications = [
      { name: 'ibuprofen', still_taking: true },
      { name: 'aspirin', still_taking: false, last_taken: '2026-11-10' },
    ];
    expect(judge(together, { ...A_WEEK_AHEAD, medications })).toEqual([]);
  });
});

describe('of several lines of a table', () => {
  const rule = {
    each_medicine: [{ in_table: 'holds' }, { last_taken: 'less than {hold} before the procedure' }],
  };
  const tables = [
    {
      id: 'holds',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [
        { drug: 'apixaban', values: { hold: '72 hours' } },
        { class: 'anticoagulant', values: { hold: '4 days' } },
        { drug: 'apixaban', when: [{ crcl: 'less than 30' }], values: { hold: '120 hours' } },
      ],
    },
  ];
  const taken = (last_taken: string): Given => ({
    medications: [{ name: 'apixaban', last_taken }],
  });
  const needed = (verdicts: readonly Verdict[]) => verdicts.map(({ row }) => row?.values['hold']);

  test('the one that clears last speaks', () => {
    expect(needed(judge(rule, taken('2026-11-22T08:00'), { tables }))).toEqual([
      { count: 4, unit: 'days' },
    ]);
    expect(needed(judge(rule, { ...taken('2026-11-22T08:00'), crcl: 20 }, { tables }))).toEqual([
      { count: 120, unit: 'hours' },
    ]);
  });

  test('one that fires stands above one that is open', () => {
    const verdicts = judge({ ...rule, needs: ['crcl'] }, taken('2026-11-22T08:00'), { tables });
    expect(statuses(verdicts)).toEqual(['fired']);
  });

  test('one that is open stands above one that is cleared', () => {
    const verdicts = judge({ ...rule, needs: ['crcl'] }, taken('2026-11-20T08:00'), { tables });
    expect(statuses(verdicts)).toEqual(['cannot-tell']);
    expect(lacksOf(verdicts)).toEqual(['crcl']);
  });

  test('the one with the earliest last dose is the one to tell', () => {
    const medications = [{ name: 'apixaban', still_taking: true }];
    expect(judge(rule, { ...A_WEEK_AHEAD, medications, crcl: 20 }, { tables })).toMatchObject([
      { status: 'cleared', lastDoseBy: at('2026-11-19T09:00') },
    ]);
  });
});
