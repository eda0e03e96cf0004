import { describe, expect, test } from 'vitest';

import { places } from '../support/places.ts';
import { faultsOf } from '../support/small-rules.ts';
import { BASE, rule, told } from '../support/told-faults.ts';

describe('a rule that names what there is has no fault', () => {
  test.each([
    'when: [{steroid: yes}]',
    'when: [{kind: one or two}]',
    'when: [{signs: includes fever}]',
    'when: [{signs: counts at least 2}]',
    'when: [{age: at least 8}, {age: "at least {old}"}]',
    'when: [{stent.on: "less than {long} before the procedure"}]',
    'when: [{stent.on: within 1 month after the procedure}]',
    'when: [{screening.day: before}]',
    'each_medicine: [{in_table: holds}, {last_taken: "less than {hold} before the procedure"}, {row.ask: always}]',
    'each_medicine: [{taken_for: "known to be one of {unlikely}"}, {row.hold: answered}]',
    'each_medicine: [{class: anything}, {ingredient: anything}, {recognised: no}, {dose_units: at most 10}]',
    'each_medicine: [{stent.on: after the last dose}]',
    'when: [{any_medicine: [{still_taking: yes}, {regimen: weekly}]}]',
    'when: [{steroid: yes}], needs: [age]',
    'when: [{steroid: yes}], instructions: [{for: patient, at: {before: "{hold}"}, text: t}]',
  ])('%s', (parts) => {
    expect(told(BASE + rule(parts))).toEqual([]);
  });
});

describe('a rule may not name what there is not', () => {
  test.each([
    ['a fact', 'when: [{steriod: yes}]', ['unknown-fact steriod']],
    ['a fact, deep inside', 'when: [{any: [{none: [{agee: at least 3}]}]}]', ['unknown-fact agee']],
    [
      'a fact, in an exception',
      'when: [{steroid: yes}], unless: [{agee: at least 3}]',
      ['unknown-fact agee'],
    ],
    ['an answer that it needs', 'when: [{steroid: yes}], needs: [height]', ['unknown-fact height']],
    ['a table', 'each_medicine: [{in_table: hold or holds}]', ['unknown-table hold']],
    ['a column', 'each_medicine: [{row.asks: always}]', ['unknown-column row.asks']],
    ['a parameter', 'when: [{age: "at least {older}"}]', ['unknown-parameter older']],
    [
      'a parameter of a time',
      'when: [{stent.on: "less than {longer} before the procedure"}]',
      ['unknown-parameter longer'],
    ],
    ['a list', 'each_medicine: [{taken_for: "one of {unlikly}"}]', ['unknown-parameter unlikly']],
    [
      'the time of an instruction',
      'when: [{steroid: yes}], instructions: [{for: patient, at: {after: "{restart}"}, text: t}]',
      ['unknown-parameter restart'],
    ],
    [
      'a source',
      'when: [{steroid: yes}], sources: [{id: film, section: s}]',
      ['unknown-source film'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(told(BASE + rule(parts))).toEqual(expected);
  });

  test('every such fault is told at once, each at its place', () => {
    const text = `${BASE}${rule('when: [{steriod: yes}, {age: "at least {older}"}], needs: [height]')}`;
    expect(places(faultsOf(text))).toEqual([
      'rules.yaml:24:21 unknown-fact',
      'rules.yaml:24:53 unknown-parameter',
      'rules.yaml:24:72 unknown-fact',
    ]);
  });

  test('the name that may be meant is offered', () => {
    const helps = faultsOf(BASE + rule('when: [{steriod: yes}]')).flatMap(({ help }) => help ?? []);
    expect(helps).toEqual(['did you mean `steroid`?']);
  });

  test.each([
    ['stent.on', 'rules.yaml:24:28 unknown-fact'],
    ['on.stent', 'rules.yaml:24:28 unknown-fact'],
    ['stent-on.r', 'rules.yaml:24:30 unknown-fact'],
  ])('the place is that of the whole name, not of a part of `%s`', (id, expected) => {
    const text = `${BASE}${rule('when: [{on: yes}]').replace('id: r', `id: ${id}`)}`;
    expect(places(faultsOf(text))).toEqual([expected]);
  });
});

describe('a test must fit its fact', () => {
  test.each([
    ['a choice of a number', 'when: [{age: one}]', ['wrong-test age']],
    ['a choice that there is not', 'when: [{kind: one or three}]', ['wrong-test kind']],
    ['a number of a choice', 'when: [{kind: at least 3}]', ['wrong-test kind']],
    ['a time of a number', 'when: [{age: on the day of the procedure}]', ['wrong-test age']],
    ['a part of what is no list', 'when: [{kind: includes one}]', ['wrong-test kind']],
    ['a length of time as a number', 'when: [{age: "at least {long}"}]', ['wrong-test long']],
    [
      'a number as a length of time',
      'when: [{stent.on: "less than {old} before the procedure"}]',
      ['wrong-test old'],
    ],
    ['a column as a number', 'each_medicine: [{age: "at least {hold}"}]', ['wrong-test hold']],
    [
      'a parameter as a dose',
      'each_medicine: [{dose_units: "at least {old}"}]',
      ['wrong-test old'],
    ],
    ['a single word as a list', 'each_medicine: [{taken_for: "one of {ask}"}]', ['wrong-test ask']],
    [
      'a class that is asked for as an answer',
      'each_medicine: [{class: answered}]',
      ['wrong-test class'],
    ],
    ['a class as a number', 'each_medicine: [{class: at least 3}]', ['wrong-test class']],
    ['a reason that there is not', 'each_medicine: [{taken_for: pains}]', ['wrong-test taken_for']],
    [
      'another word than yes or no',
      'each_medicine: [{still_taking: maybe}]',
      ['wrong-test still_taking'],
    ],
    [
      'a last dose as a number',
      'each_medicine: [{last_taken: at least 3}]',
      ['wrong-test last_taken'],
    ],
    [
      'a word that the column lacks',
      'each_medicine: [{row.ask: sometimes}]',
      ['wrong-test row.ask'],
    ],
    [
      'a time of a column',
      'each_medicine: [{row.hold: on the day of the procedure}]',
      ['wrong-test row.hold'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(told(BASE + rule(parts))).toEqual(expected);
  });
});

describe('what is told of a medicine is asked only where one is at hand', () => {
  test.each([
    [
      'in a rule of no medicine',
      'when: [{last_taken: on the day of the procedure}]',
      ['wrong-place last_taken'],
    ],
    ['a column of no line', 'when: [{row.ask: always}]', ['wrong-place row.ask']],
    [
      'the last dose of nothing',
      'when: [{stent.on: after the last dose}]',
      ['wrong-place stent.on'],
    ],
    [
      'beside a medicine that is asked for',
      'when: [{any_medicine: [{class: x}]}, {class: y}]',
      ['wrong-place class'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(told(BASE + rule(parts))).toEqual(expected);
  });

  test('in the exception of a rule that looks at each one it may be asked', () => {
    expect(told(BASE + rule('each_medicine: [{class: x}], unless: [{route: topical}]'))).toEqual(
      [],
    );
  });
});
