import { describe, expect, test } from 'vitest';

import { runExamples, type TestOutcome } from '../../src/audit/run-examples.ts';
import { compileParts, clinic, type Given, PROCEDURE_AT } from '../support/small-clinic.ts';

const HEALTHY = {
  id: 'EXAMPLE-1',
  'procedure.type': 'injection',
  'procedure.at': PROCEDURE_AT,
  screened_at: '2026-11-24T07:00',
  fever: false,
};

const QUESTIONS = [
  { id: 'fever', type: 'yes-no', need: 'required' },
  { id: 'meal', type: 'date-time', direction: 'any' },
  { id: 'crcl', type: 'number', between: [0, 200] },
];

const FIRES = { name: 'a fever', given: { fever: true }, expect: 'fires' };
const QUIET = { name: 'no fever', given: {}, expect: 'does not fire' };
const OPEN = { name: 'kidneys not known', given: { fever: true }, expect: 'cannot tell' };

const HOLD = {
  name: 'toast at six',
  given: { meal: '2026-11-24T06:00' },
  expect: {
    disposition: 'hold',
    urgency: 'routine',
    rules: ['meal'],
    earliest_go: '2026-11-24T13:00:00-09:00',
  },
};
const GO = {
  name: 'healthy',
  given: {},
  expect: { disposition: 'go', rules: [], earliest_go: null },
};

function outcomes(rules: readonly Given[], cases: readonly Given[] = []): TestOutcome[] {
  const parts = { questions: QUESTIONS, rules, cases, healthy: HEALTHY };
  return runExamples(compileParts(parts), clinic(parts));
}

function fever(...examples: readonly Given[]): Given {
  return { id: 'fever', when: [{ fever: 'yes' }], examples };
}

function kidneys(...examples: readonly Given[]): Given {
  return {
    id: 'kidneys',
    when: [{ fever: 'yes' }, { crcl: 'less than 30' }],
    needs: ['crcl'],
    examples,
  };
}

const MEAL = { id: 'meal', when: [{ meal: 'less than 6 hours before the procedure' }] };

const failed = (all: readonly TestOutcome[]): [number, string][] =>
  all.flatMap(({ failure }, index) => (failure === undefined ? [] : [[index, failure]]));

test('examples and cases that come out as expected pass', () => {
  const all = outcomes([fever(FIRES, QUIET), kidneys(OPEN), MEAL], [HOLD, GO]);
  expect(failed(all)).toEqual([]);
  expect(all.map(({ name }) => name)).toEqual([
    'fever: a fever',
    'fever: no fever',
    'kidneys: kidneys not known',
    'case: toast at six',
    'case: healthy',
  ]);
});

test('each is told with the place where it stands', () => {
  const all = outcomes([fever(FIRES), MEAL], [HOLD]);
  expect(all.map(({ place }) => place)).toEqual([
    expect.stringMatching(/^rules\.yaml:\d+:\d+$/),
    expect.stringMatching(/^rules\.yaml:\d+:\d+$/),
  ]);
});

describe('a wrong expectation fails, whatever the kind and wherever it stands', () => {
  const right = [FIRES, QUIET, OPEN] as const;
  const others = {
    fires: 'does not fire',
    'does not fire': 'cannot tell',
    'cannot tell': 'fires',
  } as const;
  const found = {
    fires: 'fires',
    'does not fire': 'does not fire',
    'cannot tell': 'cannot tell',
  } as const;

  test.each([0, 1, 2])('among the examples of one rule: position %i', (planted) => {
    const examples = right.map((each, index) =>
      index === planted ? { ...each, expect: others[each.expect as keyof typeof others] } : each,
    );
    const known = { ...FIRES, given: { fever: true, crcl: 20 } };
    const [first, ...rest] = examples;
    const all = outcomes([kidneys({ ...first, given: known.given }, ...rest)]);
    const wrong = right[planted] ?? FIRES;
    const kind = wrong.expect as keyof typeof others;
    expect(failed(all)).toEqual([[planted, `expected: ${others[kind]}; found: ${found[kind]}`]]);
  });

  test.each([0, 1])('among several rules: rule %i', (planted) => {
    const wrong = { ...FIRES, expect: 'does not fire' };
    const all = outcomes([
      fever(planted === 0 ? wrong : FIRES),
      kidneys(planted === 1 ? { ...OPEN, expect: 'fires' } : OPEN),
    ]);
    expect(failed(all).map(([index]) => index)).toEqual([planted]);
  });

  test.each<[string, Given, string]>([
    ['disposition', { disposition: 'go' }, 'disposition expected: go; found: hold'],
    ['urgency', { urgency: 'emergency' }, 'urgency expected: emergency; found: routine'],
    ['a rule too many', { rules: ['fever', 'meal'] }, 'rules expected: fever, meal; found: meal'],
    ['a rule too few', { rules: [] }, 'rules expected: ; found: meal'],
    [
      'a minute off',
      { earliest_go: '2026-11-24T13:01:00-09:00' },
      'earliest_go expected: 2026-11-24T13:01:00-09:00; found: 2026-11-24T13:00:00-09:00',
    ],
    [
      'no date',
      { earliest_go: null },
      'earliest_go expected: null; found: 2026-11-24T13:00:00-09:00',
    ],
  ])('in a case: %s', (_, wrong, failure) => {
    const planted = { ...HOLD, expect: { ...HOLD.expect, ...wrong } };
    expect(failed(outcomes([fever(), MEAL], [GO, planted]))).toEqual([[1, failure]]);
    expect(failed(outcomes([fever(), MEAL], [planted, GO]))).toEqual([[0, failure]]);
  });

  test('in a case that leaves it out: nothing', () => {
    const sparse = { ...HOLD, expect: { disposition: 'hold' } };
    expect(failed(outcomes([fever(), MEAL], [sparse]))).toEqual([]);
  });
});

describe('answers that are no valid intake', () => {
  test.each<[Given, string]>([
    [{ fevr: true }, 'fevr'],
    [{ crcl: 900 }, 'crcl'],
  ])('fail the example and the case: %j', (given, field) => {
    const all = outcomes([fever({ ...FIRES, given })], [{ ...GO, given }]);
    expect(failed(all).map(([index]) => index)).toEqual([0, 1]);
    expect(all.every(({ failure }) => failure?.startsWith(`no valid intake: ${field}`))).toBe(true);
  });
});

test('a case may be screened as of another moment', () => {
  const ahead = {
    ...GO,
    as_of: '2026-11-17T10:00',
    given: { fever: null },
    expect: { disposition: 'hold' },
  };
  expect(failed(outcomes([fever(), MEAL], [ahead]))).toEqual([]);
});

test('a rule of each medicine fires when it does for one of them', () => {
  const rule = {
    id: 'thinner',
    each_medicine: [
      { class: 'anticoagulant' },
      { last_taken: 'less than 72 hours before the procedure' },
    ],
    examples: [
      {
        name: 'one of two',
        given: { medications: ['warfarin', { name: 'Eliquis', last_taken: '2026-11-23' }] },
        expect: 'fires',
      },
      {
        name: 'one open',
        given: { medications: ['warfarin', 'metoprolol'] },
        expect: 'cannot tell',
      },
    ],
  };
  expect(failed(outcomes([rule]))).toEqual([]);
});

describe('what a case does not answer can be all', () => {
  const others = (state: string, disposition: string, given: Given = {}): Given => ({
    name: `others ${state}`,
    given,
    others: state,
    expect: { disposition },
  });

  test.each([
    ['unknown', 'contact-physician'],
    ['declined', 'contact-physician'],
    ['not-asked', 'hold'],
  ])('%s: %s', (state, disposition) => {
    expect(failed(outcomes([fever(), MEAL], [others(state, disposition)]))).toEqual([]);
  });

  test('but not the answers that it gives', () => {
    const given = { fever: true };
    expect(failed(outcomes([fever()], [others('not-asked', 'hold', given)]))).toEqual([]);
    expect(failed(outcomes([], [others('not-asked', 'go', given)]))).toEqual([]);
  });
});
