import { describe, expect, test } from 'vitest';

import { evaluate } from '../../src/evaluation/condition.ts';
import type { Scope, Quiet } from '../../src/evaluation/context.ts';
import type { Truth } from '../../src/logic/truth.ts';
import {
  A_WEEK_AHEAD,
  clinic,
  condition,
  firstOf,
  type Given,
  ON_THE_DAY,
  patient,
} from '../support/small-clinic.ts';

const rules = clinic({
  questions: [
    { id: 'fever', type: 'yes-no', need: 'required' },
    { id: 'cough', type: 'yes-no' },
    { id: 'kind', type: 'choice', choices: { none: 'None', mild: 'Mild', severe: 'Severe' } },
    {
      id: 'signs',
      type: 'list',
      choices: { none: 'None', rash: 'Rash', pain: 'Pain', chills: 'Chills' },
    },
    { id: 'sugar', type: 'number', between: [0, 1000] },
    { id: 'drawn_on', type: 'date', direction: 'past' },
    { id: 'plan', type: 'yes-no', when: [{ kind: 'severe' }] },
  ],
  definitions: [
    { id: 'ill', when: [{ any: [{ fever: 'yes' }, { cough: 'yes' }] }] },
    { id: 'very-ill', when: [{ ill: 'yes' }, { kind: 'severe' }] },
    { id: 'thinned', when: [{ any_medicine: [{ class: 'anticoagulant' }] }] },
  ],
  lookups: [
    { id: 'risk', from: 'procedure.type', choices: ['low', 'high'], values: { injection: 'low' } },
  ],
  parameters: [{ id: 'limit', value: 180 }],
});

type Line = Readonly<Record<string, unknown>>;

function truthOf(
  line: Line,
  given: Given = {},
  quiet: Quiet = 'open',
  needs: string[] = [],
): Truth {
  const scope: Scope = { needs: new Set(needs) };
  return evaluate(condition(line), patient(given, rules), scope, quiet);
}

describe('an answer', () => {
  test.each<[Line, Given, Truth]>([
    [{ fever: 'yes' }, { fever: true }, 'true'],
    [{ fever: 'yes' }, { fever: false }, 'false'],
    [{ fever: 'no' }, { fever: false }, 'true'],
    [{ fever: 'not yes' }, { fever: false }, 'true'],
    [{ kind: 'mild or severe' }, { kind: 'severe' }, 'true'],
    [{ kind: 'mild or severe' }, { kind: 'none' }, 'false'],
    [{ kind: ['none', 'mild'] }, { kind: 'none' }, 'true'],
    [{ signs: 'includes rash or pain' }, { signs: ['pain', 'chills'] }, 'true'],
    [{ signs: 'includes rash or pain' }, { signs: ['chills'] }, 'false'],
    [{ signs: 'counts at least 2' }, { signs: ['pain', 'chills'] }, 'true'],
    [{ signs: 'counts at least 1' }, { signs: ['none'] }, 'false'],
    [{ sugar: 'at least 180' }, { sugar: 180 }, 'true'],
    [{ sugar: 'more than 180' }, { sugar: 180 }, 'false'],
    [{ sugar: 'at most 180' }, { sugar: 180 }, 'true'],
    [{ sugar: 'less than 180' }, { sugar: 180 }, 'false'],
    [{ sugar: 'at least {limit}' }, { sugar: 179.9 }, 'false'],
    [{ drawn_on: 'less than 2 days before the procedure' }, { drawn_on: '2026-11-23' }, 'true'],
    [{ sugar: 'answered' }, { sugar: 0 }, 'true'],
  ])('%j of %j is %s', (line, given, expected) => {
    expect(truthOf(line, given)).toBe(expected);
  });
});

describe('an answer that is missing', () => {
  test.each<[string, Given]>([
    ['not asked', {}],
    ['unknown', { fever: 'unknown' }],
    ['declined', { fever: 'declined' }],
  ])('is neither yes nor no: %s', (_, given) => {
    expect(truthOf({ fever: 'yes' }, given)).toBe('unknown');
    expect(truthOf({ fever: 'not yes' }, given)).toBe('unknown');
    expect(truthOf({ none: [{ fever: 'yes' }] }, given)).toBe('unknown');
  });

  test.each<[Line, Truth]>([
    [{ fever: 'known to be yes' }, 'false'],
    [{ fever: 'not known to be yes' }, 'true'],
    [{ sugar: 'known to be at least 1' }, 'false'],
    [{ fever: 'answered' }, 'false'],
    [{ fever: 'not answered' }, 'true'],
  ])('settles %j: %s', (line, expected) => {
    expect(truthOf(line)).toBe(expected);
  });

  test('leaves a conjunction open until another part is known not to hold', () => {
    expect(truthOf({ all: [{ fever: 'yes' }, { cough: 'yes' }] }, { cough: true })).toBe('unknown');
    expect(truthOf({ all: [{ fever: 'yes' }, { cough: 'yes' }] }, { cough: false })).toBe('false');
  });

  test('leaves a disjunction open until another part is known to hold', () => {
    expect(truthOf({ any: [{ fever: 'yes' }, { cough: 'yes' }] }, { cough: false })).toBe(
      'unknown',
    );
    expect(truthOf({ any: [{ fever: 'yes' }, { cough: 'yes' }] }, { cough: true })).toBe('true');
  });

  test('to a question that does not apply to the patient meets no test', () => {
    expect(truthOf({ plan: 'yes' }, { kind: 'mild' })).toBe('false');
    expect(truthOf({ plan: 'yes' }, { kind: 'severe' })).toBe('unknown');
    expect(truthOf({ plan: 'yes' })).toBe('unknown');
  });
});

describe('taken in favour of the patient, a missing answer', () => {
  test.each<[Line]>([
    [{ cough: 'yes' }],
    [{ cough: 'no' }],
    [{ cough: 'not yes' }],
    [{ none: [{ cough: 'yes' }] }],
    [{ none: [{ cough: 'not yes' }] }],
    [{ ill: 'yes' }],
    [{ ill: 'no' }],
  ])('keeps %j from holding', (line) => {
    expect(truthOf(line, {}, 'favourable')).toBe('false');
    expect(truthOf(line, {}, 'unfavourable')).toBe('true');
  });

  test('stays open when the rule needs it', () => {
    expect(truthOf({ cough: 'yes' }, {}, 'favourable', ['cough'])).toBe('unknown');
    expect(truthOf({ cough: 'not yes' }, {}, 'favourable', ['cough'])).toBe('unknown');
    expect(truthOf({ ill: 'yes' }, {}, 'favourable', ['cough'])).toBe('unknown');
  });
});

describe('a definition', () => {
  test.each<[Given, Truth]>([
    [{ fever: true }, 'true'],
    [{ fever: false, cough: false }, 'false'],
    [{ fever: false }, 'unknown'],
  ])('is a yes or no by the answers %j: %s', (given, expected) => {
    expect(truthOf({ ill: 'yes' }, given)).toBe(expected);
  });

  test('may stand on another, and may be denied', () => {
    expect(truthOf({ 'very-ill': 'yes' }, { fever: true, kind: 'severe' })).toBe('true');
    expect(truthOf({ 'very-ill': 'no' }, { fever: true, kind: 'mild' })).toBe('true');
    expect(truthOf({ 'very-ill': 'not yes' }, { fever: true })).toBe('unknown');
  });
});

test('a lookup tells what follows from a choice, and leaves open what it does not list', () => {
  expect(truthOf({ risk: 'low' })).toBe('true');
  expect(truthOf({ risk: 'high' })).toBe('false');
  expect(truthOf({ risk: 'high' }, { 'procedure.type': 'ablation' })).toBe('unknown');
});

test('a condition may ask whether the screening is on the day of the procedure', () => {
  expect(truthOf({ 'screening.day': 'on-the-day' }, ON_THE_DAY)).toBe('true');
  expect(truthOf({ 'screening.day': 'before' }, A_WEEK_AHEAD)).toBe('true');
  expect(truthOf({ 'screening.day': 'before' }, { screened_at: '2026-11-23T23:59' })).toBe('true');
});

describe('any medicine', () => {
  const thinner = { any_medicine: [{ class: 'anticoagulant' }, { prescriber_agrees: 'yes' }] };

  test('is one for which all conditions hold', () => {
    const agreed = { name: 'Eliquis', prescriber_agrees: true };
    expect(truthOf(thinner, { medications: ['warfarin', agreed] })).toBe('true');
    expect(
      truthOf(thinner, { medications: ['warfarin', { name: 'Tylenol', prescriber_agrees: true }] }),
    ).toBe('false');
    expect(truthOf(thinner, { medications: 'none' })).toBe('false');
  });

  test('may stand in either list', () => {
    expect(truthOf({ thinned: 'yes' }, { supplements: ['warfarin'] })).toBe('true');
  });

  test('may be one of which too little was told', () => {
    const stopped = { any_medicine: [{ still_taking: 'no' }] };
    expect(truthOf(stopped, { medications: ['warfarin'] })).toBe('unknown');
  });
});

describe('two medicines', () => {
  const two = { two_medicines: [{ class: 'anticoagulant or antiplatelet' }] };

  test.each<[string, readonly string[], Truth]>([
    ['of different ingredients are two', ['Eliquis', 'aspirin'], 'true'],
    ['of one ingredient under two names are one', ['Eliquis', 'apixaban'], 'false'],
    ['of which only one is meant are one', ['Eliquis', 'Tylenol'], 'false'],
    ['in one product are two', ['Excedrin Migraine', 'Eliquis'], 'true'],
  ])('%s: %j', (_, medications, expected) => {
    expect(truthOf(two, { medications })).toBe(expected);
  });

  test('one product counts once for each of its ingredients that is meant', () => {
    const both = { two_medicines: [{ ingredient: 'aspirin or caffeine' }] };
    expect(truthOf(both, { medications: ['Excedrin Migraine'] })).toBe('true');
  });

  test('are left open when a second one is', () => {
    const stopped = { two_medicines: [{ still_taking: 'no' }] };
    const medications = ['aspirin', { name: 'Eliquis', still_taking: false }];
    expect(truthOf(stopped, { medications })).toBe('unknown');
  });
});

describe('after the last dose', () => {
  const drawn = (given: Given): Truth => {
    const context = patient(given, rules);
    const scope = { needs: new Set<string>(), medicine: firstOf(context) };
    return evaluate(condition({ drawn_on: 'after the last dose' }), context, scope);
  };
  const warfarin = (told: Given): Given => ({ medications: [{ name: 'warfarin', ...told }] });

  test.each<[string, Truth]>([
    ['2026-11-20', 'true'],
    ['2026-11-19', 'false'],
    ['2026-11-18', 'false'],
  ])('means a later day: %s after a dose on the 19th is %s', (drawn_on, expected) => {
    expect(drawn({ ...warfarin({ last_taken: '2026-11-19' }), drawn_on })).toBe(expected);
  });

  test('is not known when the last dose is not', () => {
    expect(drawn({ ...warfarin({}), drawn_on: '2026-11-20' })).toBe('unknown');
  });

  test('does not hold while the medicine can still be taken', () => {
    const told = { last_taken: '2026-11-12', still_taking: true };
    expect(drawn({ ...A_WEEK_AHEAD, ...warfarin(told), drawn_on: '2026-11-16' })).toBe('false');
  });
});
