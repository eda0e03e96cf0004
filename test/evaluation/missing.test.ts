import { describe, expect, test } from 'vitest';

import { A_WEEK_AHEAD, clinic, decide, type Given, ON_THE_DAY } from '../support/small-clinic.ts';

const rules = clinic({
  questions: [
    { id: 'fever', type: 'yes-no', need: 'required', ask: 'Do you have a fever?' },
    { id: 'cough', type: 'yes-no' },
    { id: 'kind', type: 'choice', choices: { none: 'None', dry: 'Dry' }, need: 'required' },
    { id: 'since', type: 'date', direction: 'past', need: 'required', when: [{ kind: 'dry' }] },
    { id: 'temperature', type: 'number', between: [30, 44], need: 'on-the-day' },
  ],
  definitions: [{ id: 'ill', when: [{ fever: 'yes' }] }],
  rules: [
    { id: 'ill', when: [{ ill: 'yes' }] },
    { id: 'fever-and-cough', when: [{ fever: 'yes' }, { cough: 'yes' }] },
    { id: 'cough', outcome: 'contact-physician', when: [{ cough: 'yes' }] },
  ],
});

const ANSWERED = { fever: false, kind: 'none', temperature: 36.6 };

function result(given: Given) {
  return decide({ ...ON_THE_DAY, ...ANSWERED, ...given }, rules);
}

describe('a required question', () => {
  test('that was not asked is a hold that names it, and the rules that read it', () => {
    const { disposition, findings, missing } = result({ fever: null });
    expect(disposition).toBe('hold');
    expect(findings).toEqual([
      {
        rule: 'intake.not-asked',
        disposition: 'hold',
        urgency: 'routine',
        subject: 'fever',
        message: 'Not asked: Do you have a fever?',
        because: { fever: 'not-asked' },
        action: 'Ask it.',
        sources: [],
        evidence: 'clinic-policy',
      },
    ]);
    expect(missing).toEqual([
      {
        fact: 'fever',
        state: 'not-asked',
        needed_by: ['fever-and-cough', 'ill'],
        text: 'Do you have a fever?',
      },
    ]);
  });

  test.each(['unknown', 'declined'])('that was answered `%s` goes to the physician', (state) => {
    const { disposition, findings, missing } = result({ fever: state });
    expect(disposition).toBe('contact-physician');
    expect(findings).toMatchObject([{ rule: 'intake.not-answered', because: { fever: state } }]);
    expect(missing).toMatchObject([{ fact: 'fever', state }]);
  });

  test.each([['unknown'], ['declined']])(
    'answered `%s` holds when something else holds',
    (state) => {
      expect(result({ fever: state, temperature: null }).disposition).toBe('hold');
    },
  );

  test.each<[Given]>([[{ kind: 'unknown' }], [{ kind: 'none' }], [{ kind: null }]])(
    'that only matters given another is not required with %j',
    (given) => {
      expect(result(given).missing.map(({ fact }) => fact)).not.toContain('since');
    },
  );

  test('is required once the other answer makes it matter', () => {
    expect(result({ kind: 'dry' }).missing).toMatchObject([{ fact: 'since', state: 'not-asked' }]);
  });

  test('of the day is required on that day only', () => {
    expect(result({ temperature: null }).disposition).toBe('hold');
    expect(decide({ ...A_WEEK_AHEAD, ...ANSWERED, temperature: null }, rules).disposition).toBe(
      'go',
    );
  });

  test('is listed once for each that is missing', () => {
    expect(result({ fever: null, kind: null }).findings.map(({ subject }) => subject)).toEqual([
      'fever',
      'kind',
    ]);
  });
});

test.each([[null], ['unknown'], ['declined']])(
  'an optional answer that is %s raises nothing',
  (cough) => {
    expect(result({ cough })).toMatchObject({ disposition: 'go', missing: [], findings: [] });
  },
);

test('an answer of nothing at all, an empty list or an empty text, is no answer', () => {
  expect(result({ fever: '' }).missing).toMatchObject([{ fact: 'fever', state: 'not-asked' }]);
});
