import { describe, expect, test } from 'vitest';

import { screenResult } from '../../src/evaluation/result.ts';
import { A_WEEK_AHEAD, clinic, decide, type Given, patient } from '../support/small-clinic.ts';
import { SITE } from '../support/small-site.ts';

const rules = clinic({
  questions: [
    { id: 'fever', type: 'yes-no' },
    { id: 'cough', type: 'yes-no' },
    { id: 'stroke', type: 'yes-no' },
    { id: 'chill', type: 'yes-no' },
    { id: 'asked', type: 'yes-no', need: 'required' },
    { id: 'procedure.steroid', type: 'yes-no' },
    { id: 'procedure.contrast', type: 'yes-no' },
  ],
  rules: [
    { id: 'a-note', outcome: 'go', when: [{ cough: 'yes' }] },
    { id: 'b-contact', outcome: 'contact-physician', when: [{ cough: 'yes' }] },
    { id: 'c-soon', outcome: 'contact-physician', urgency: 'same-day', when: [{ cough: 'yes' }] },
    { id: 'd-hold', when: [{ fever: 'yes' }] },
    { id: 'e-hold-soon', urgency: 'same-day', when: [{ fever: 'yes' }] },
    { id: 'f-emergency', urgency: 'emergency', when: [{ stroke: 'yes' }] },
    { id: 'g-hold', when: [{ chill: 'yes' }] },
    { id: 'unrecognised', outcome: 'contact-physician', each_medicine: [{ recognised: 'no' }] },
  ],
});

const found = (given: Given) => decide({ asked: true, ...given }, rules);
const ids = (given: Given): string[] => found(given).findings.map(({ rule }) => rule);

describe('the disposition', () => {
  test.each<[Given, string, string]>([
    [{}, 'go', 'routine'],
    [{ cough: true }, 'contact-physician', 'same-day'],
    [{ cough: true, chill: true }, 'hold', 'same-day'],
    [{ chill: true }, 'hold', 'routine'],
    [{ stroke: true, cough: true }, 'hold', 'emergency'],
  ])(
    'is the most restrictive of all findings, the urgency the most urgent: %j',
    (given, disposition, urgency) => {
      expect(found(given)).toMatchObject({ disposition, urgency });
    },
  );

  test('is a go with its notes when nothing speaks against it', () => {
    const noted = clinic({
      questions: [{ id: 'cough', type: 'yes-no' }],
      rules: [{ id: 'note', outcome: 'go', when: [{ cough: 'yes' }] }],
    });
    expect(decide({ cough: true }, noted)).toMatchObject({
      disposition: 'go',
      earliest_go: null,
      findings: [{ rule: 'note' }],
    });
  });
});

describe('the findings', () => {
  test('are all listed, those that the headline does not name too', () => {
    expect(ids({ cough: true, fever: true }).toSorted()).toEqual([
      'a-note',
      'b-contact',
      'c-soon',
      'd-hold',
      'e-hold-soon',
    ]);
  });

  test('have an emergency first, then stand by disposition, urgency and name', () => {
    expect(ids({ cough: true, fever: true, stroke: true, chill: true })).toEqual([
      'f-emergency',
      'e-hold-soon',
      'd-hold',
      'g-hold',
      'c-soon',
      'b-contact',
      'a-note',
    ]);
  });

  test('are the same in whatever order the answers and the medicines were given', () => {
    const medications = ['zzyzxin', 'qwxyz', { name: 'zzyzxin', dose: '5 mg' }];
    const forward = { medications, supplements: ['plugh'], cough: true, fever: true };
    const backward = {
      fever: true,
      cough: true,
      supplements: ['plugh'],
      medications: medications.toReversed(),
    };
    expect(JSON.stringify(found(backward))).toBe(JSON.stringify(found(forward)));
  });
});

describe('the result', () => {
  test('names the intake, the rules in force and the clock they were judged by', () => {
    const given = { id: 'MRN-7', ...A_WEEK_AHEAD };
    expect(found(given)).toMatchObject({
      schema: 'prescreen.result/1',
      id: 'MRN-7',
      procedure_at: '2026-11-24T09:00:00-09:00',
      evaluated_at: '2026-11-17T09:00:00-09:00',
      time_zone: 'America/Anchorage',
      ruleset: { id: 'small', version: '1.0.0', digest: 'sha256:small', overrides: [] },
    });
  });

  test('says how many rules there are and that none of them is signed, unless it is known', () => {
    const { ruleset } = found(A_WEEK_AHEAD);
    expect(ruleset.rules).toBeGreaterThan(0);
    expect(ruleset.unsigned).toBe(ruleset.rules);
  });

  test.each<[Given]>([
    [{}],
    [{ cough: true, fever: true, stroke: true }],
    [{ asked: null, medications: ['zzyzxin', 'Eliquis'] }],
  ])('has the shape that is promised: %j', (given) => {
    expect(screenResult.parse(found(given))).toEqual(found(given));
  });
});

describe('the plan of the procedure', () => {
  const planned = (given: Given): unknown[] => {
    const { answers } = patient(given, rules).intake;
    return ['sedation', 'steroid', 'contrast'].map((key) => {
      const answer = answers.get(`procedure.${key}`);
      return answer?.state === 'answered' ? answer.value : answer;
    });
  };

  test('is that of the site where the intake does not say', () => {
    expect(planned({})).toEqual([true, false, true]);
  });

  test.each(['unknown', 'declined'])(
    'is yes, the cautious reading, where that was answered %s',
    (state) => {
      expect(planned({ 'procedure.steroid': state })).toEqual([true, true, true]);
    },
  );

  test('is that of the intake where it does', () => {
    expect(planned({ 'procedure.sedation': false, 'procedure.steroid': true })).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('is yes for a procedure of which the site does not say', () => {
    expect(planned({ 'procedure.type': 'ablation' })).toEqual([true, true, true]);
  });
});

describe('what the site overrides', () => {
  const parts = {
    questions: [{ id: 'sugar', type: 'number', between: [0, 1000] }],
    parameters: [{ id: 'limit', value: 180 }],
    rules: [{ id: 'sugar', when: [{ sugar: 'at least {limit}' }], message: 'From {limit} on.' }],
  };
  const own = SITE.replace(
    'overrides: []',
    'overrides: [{parameter: limit, value: 200, reason: our device, by: Dr A, on: 2026-11-01}]',
  );

  test('decides, and shows in the result', () => {
    const result = decide({ sugar: 190 }, clinic(parts, own));
    expect(result.disposition).toBe('go');
    expect(result.ruleset.overrides).toEqual([
      {
        parameter: 'limit',
        value: '200',
        shipped: '180',
        reason: 'our device',
        by: 'Dr A',
        on: '2026-11-01',
      },
    ]);
    expect(decide({ sugar: 190 }, clinic(parts)).disposition).toBe('hold');
  });

  test('is in the words of the finding', () => {
    expect(decide({ sugar: 200 }, clinic(parts, own)).findings[0]?.message).toBe('From 200 on.');
  });
});

describe('a medicine that is named as denied, or as an allergy', () => {
  test('is none that is taken: it is listed so, and no rule looks at it', () => {
    const { findings, medicines } = found({ medications: ['denies aspirin', 'allergic to Advil'] });
    expect(medicines).toMatchObject([
      { as_written: 'allergic to Advil', recognised: 'ibuprofen', action: 'not-taken' },
      { as_written: 'denies aspirin', recognised: 'aspirin', action: 'not-taken' },
    ]);
    expect(findings).toEqual([]);
  });

  test('leaves the others of its line as they are', () => {
    const line = 'no aspirin or Advil, takes a pill of Eliquis';
    expect(found({ medications: [line] }).medicines).toMatchObject([
      { as_written: 'takes a pill of Eliquis', recognised: 'apixaban', action: 'no-action' },
      { as_written: 'no aspirin', recognised: 'aspirin', action: 'not-taken' },
      { as_written: 'Advil', recognised: 'ibuprofen', action: 'not-taken' },
    ]);
  });

  test.each([[{ last_taken: '2026-11-23' }], [{ still_taking: true }]])(
    'is one when %j was told of it',
    (told) => {
      expect(found({ medications: [{ name: 'denies aspirin', ...told }] }).medicines).toMatchObject(
        [{ recognised: 'aspirin' }],
      );
    },
  );
});
