import { describe, expect, test } from 'vitest';

import {
  A_WEEK_AHEAD,
  clinic,
  decide,
  type Given,
  type RuleParts,
} from '../support/small-clinic.ts';

const QUESTIONS = [
  { id: 'fever', type: 'yes-no' },
  { id: 'meal', type: 'date-time', direction: 'any' },
  { id: 'crcl', type: 'number', between: [0, 200], ask: 'How well do the kidneys work?' },
];

function result(rule: Given, given: Given, parts: RuleParts = {}) {
  return decide(given, clinic({ questions: QUESTIONS, ...parts, rules: [{ id: 'r', ...rule }] }));
}

const WINDOW = { last_taken: 'less than 72 hours before the procedure' };
const THINNER = {
  title: 'Blood thinner',
  each_medicine: [{ class: 'anticoagulant' }, WINDOW],
  message: '{medicine}: {since} of {needed}.',
  action: 'Wait {needed}.',
};

describe('a finding', () => {
  test('says what the rule says, with the answers and the sources it rests on', () => {
    const rule = {
      subject: 'heat',
      when: [{ fever: 'yes' }],
      action: 'Cool.',
      urgency: 'same-day',
      disagreement: 'Some say no.',
    };
    expect(result(rule, { fever: true }).findings).toEqual([
      {
        rule: 'r',
        disposition: 'hold',
        urgency: 'same-day',
        subject: 'heat',
        message: 'r.',
        because: { fever: true },
        action: 'Cool.',
        sources: ['book'],
        evidence: 'guideline',
        disagreement: 'Some say no.',
      },
    ]);
  });

  test('is about the rule when that names no subject', () => {
    expect(result({ when: [{ fever: 'yes' }] }, { fever: true }).findings[0]?.subject).toBe('r');
  });

  test('of a medicine is about its generic name, and tells the moment from which it clears', () => {
    const medications = [{ name: 'Eliquis', last_taken: '2026-11-22T09:00', still_taking: false }];
    expect(result(THINNER, { medications }).findings).toMatchObject([
      {
        subject: 'apixaban',
        message: 'Eliquis (apixaban): 48 h of 72 h (3 days).',
        action: 'Wait 72 h (3 days).',
        because: { medicine: 'Eliquis (apixaban)', hours_before: 48, hours_needed: 72 },
        clears_at: '2026-11-25T09:00:00-09:00',
      },
    ]);
  });

  test('of a line of a table has its sources beside those of the rule, its evidence and its disagreement', () => {
    const tables = [
      {
        id: 'holds',
        columns: { hold: { type: 'duration', title: 'Hold' } },
        rows: [
          {
            drug: 'apixaban',
            values: { hold: '72 hours' },
            sources: [{ id: 'label', section: '5' }],
            evidence: 'label',
            disagreement: 'Others wait longer.',
          },
        ],
      },
    ];
    const rule = {
      each_medicine: [
        { in_table: 'holds' },
        { last_taken: 'less than {hold} before the procedure' },
      ],
    };
    const medications = [{ name: 'apixaban', last_taken: '2026-11-22T09:00' }];
    expect(result(rule, { medications }, { tables }).findings).toMatchObject([
      { sources: ['book', 'label'], evidence: 'label', disagreement: 'Others wait longer.' },
    ]);
  });

  test('that is only a note clears at no moment', () => {
    const note = { outcome: 'go', when: [{ meal: 'less than 6 hours before the procedure' }] };
    const { disposition, findings } = result(note, { meal: '2026-11-24T06:00' });
    expect(disposition).toBe('go');
    expect(findings).toMatchObject([{ rule: 'r', disposition: 'go' }]);
    expect(findings[0]).not.toHaveProperty('clears_at');
  });
});

describe('a rule that cannot be decided', () => {
  test('is a contact with the physician that names what is not known, whatever the rule would do', () => {
    const { findings, disposition } = result(THINNER, { medications: ['Eliquis'] });
    expect(disposition).toBe('contact-physician');
    expect(findings).toMatchObject([
      {
        rule: 'r',
        disposition: 'contact-physician',
        urgency: 'routine',
        subject: 'apixaban',
        message: 'Blood thinner cannot be decided without when apixaban was last taken.',
        because: { 'medications[apixaban].last_taken': 'not known' },
      },
    ]);
    expect(findings[0]).not.toHaveProperty('clears_at');
  });

  test('lists the field of the medicine among what is missing', () => {
    expect(result(THINNER, { medications: ['Eliquis'] }).missing).toEqual([
      {
        fact: 'medications[apixaban].last_taken',
        state: 'unknown',
        needed_by: ['r'],
        text: 'when apixaban was last taken?',
      },
    ]);
  });

  test.each([
    [null, 'not-asked'],
    ['unknown', 'unknown'],
    ['declined', 'declined'],
  ])('lists an answer that it needs, with its words and its state: %s', (crcl, state) => {
    const rule = { when: [{ crcl: 'less than 30' }], needs: ['crcl'] };
    expect(result(rule, { crcl }).missing).toEqual([
      { fact: 'crcl', state, needed_by: ['r'], text: 'How well do the kidneys work?' },
    ]);
  });

  test('is no emergency, only urgent', () => {
    const rule = { when: [{ crcl: 'less than 30' }], needs: ['crcl'], urgency: 'emergency' };
    expect(result(rule, {}).urgency).toBe('same-day');
  });

  test('ahead of the day, asks whether the medicine is still taken where that decides', () => {
    const wait = {
      ...THINNER,
      each_medicine: [
        { class: 'anticoagulant' },
        { last_taken: 'less than 10 days before the procedure' },
      ],
    };
    const taken = { name: 'Eliquis', last_taken: '2026-11-10' };
    expect(result(wait, { ...A_WEEK_AHEAD, medications: [taken] }).findings).toMatchObject([
      {
        disposition: 'contact-physician',
        message: 'Blood thinner cannot be decided without whether apixaban is still taken.',
      },
    ]);
    const stopped = [{ ...taken, still_taking: false }];
    expect(result(wait, { ...A_WEEK_AHEAD, medications: stopped }).disposition).toBe('go');
  });
});

test('two rules that need one answer list it once, for both', () => {
  const needing = (id: string) => ({ id, when: [{ crcl: 'less than 30' }], needs: ['crcl'] });
  const rules = clinic({ questions: QUESTIONS, rules: [needing('b'), needing('a')] });
  expect(decide({}, rules).missing).toMatchObject([{ fact: 'crcl', needed_by: ['a', 'b'] }]);
});
