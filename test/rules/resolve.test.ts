import { describe, expect, test } from 'vitest';

import { places, pointedAt } from '../support/places.ts';
import { faultsOf } from '../support/small-rules.ts';

const BASE = `
questions:
  - {id: steroid, section: s, ask: words, need: required, type: yes-no}
  - {id: kind, section: s, ask: words, need: required, type: choice, choices: {one: One, two: Two}}
  - {id: signs, section: s, ask: words, need: required, type: list, choices: {none: None, fever: Fever}}
  - {id: age, section: s, ask: words, need: required, type: number, between: [0, 120]}
  - {id: stent.on, section: s, ask: words, need: required, type: date, direction: past}
parameters:
  - {id: old, title: Old, value: 65, source: policy}
  - {id: long, title: Long, value: 3 months, source: policy}
tables:
  - id: holds
    title: Holds
    columns:
      hold: {type: duration, title: Hold}
      ask: {type: choice, title: Ask, choices: [always]}
      unlikely: {type: list, title: Unlikely, choices: [pain, mood]}
      note: {type: text, title: Note}
    sources: [{id: book, section: p. 1}]
    evidence: guideline
    rows:
      - {drug: something, values: {hold: 3 days, ask: always, unlikely: [pain]}}
`;

/** A rule with these parts, as a flow so that every column can be counted. */
function rule(parts: string): string {
  const fixed = 'title: T, says: It says, outcome: hold, message: m, evidence: label, review_by: 2027-01-01, examples: []';
  const sources = parts.includes('sources:') ? '' : ', sources: [{id: book, section: p. 1}]';
  return `rules:\n  - {id: r, ${parts}, ${fixed}${sources}}\n`;
}

/** Each fault with the words that it points at. */
function told(text: string): string[] {
  return faultsOf(text).map((fault) => `${fault.code} ${pointedAt(fault)}`);
}

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
    ['a fact, in an exception', 'when: [{steroid: yes}], unless: [{agee: at least 3}]', ['unknown-fact agee']],
    ['an answer that it needs', 'when: [{steroid: yes}], needs: [height]', ['unknown-fact height']],
    ['a table', 'each_medicine: [{in_table: hold or holds}]', ['unknown-table hold']],
    ['a column', 'each_medicine: [{row.asks: always}]', ['unknown-column row.asks']],
    ['a parameter', 'when: [{age: "at least {older}"}]', ['unknown-parameter older']],
    ['a parameter of a time', 'when: [{stent.on: "less than {longer} before the procedure"}]', ['unknown-parameter longer']],
    ['a list', 'each_medicine: [{taken_for: "one of {unlikly}"}]', ['unknown-parameter unlikly']],
    [
      'the time of an instruction',
      'when: [{steroid: yes}], instructions: [{for: patient, at: {after: "{restart}"}, text: t}]',
      ['unknown-parameter restart'],
    ],
    ['a source', 'when: [{steroid: yes}], sources: [{id: film, section: s}]', ['unknown-source film']],
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
    ['a number as a length of time', 'when: [{stent.on: "less than {old} before the procedure"}]', ['wrong-test old']],
    ['a column as a number', 'each_medicine: [{age: "at least {hold}"}]', ['wrong-test hold']],
    ['a parameter as a dose', 'each_medicine: [{dose_units: "at least {old}"}]', ['wrong-test old']],
    ['a single word as a list', 'each_medicine: [{taken_for: "one of {ask}"}]', ['wrong-test ask']],
    ['a class that is asked for as an answer', 'each_medicine: [{class: answered}]', ['wrong-test class']],
    ['a class as a number', 'each_medicine: [{class: at least 3}]', ['wrong-test class']],
    ['a reason that there is not', 'each_medicine: [{taken_for: pains}]', ['wrong-test taken_for']],
    ['another word than yes or no', 'each_medicine: [{still_taking: maybe}]', ['wrong-test still_taking']],
    ['a last dose as a number', 'each_medicine: [{last_taken: at least 3}]', ['wrong-test last_taken']],
    ['a word that the column lacks', 'each_medicine: [{row.ask: sometimes}]', ['wrong-test row.ask']],
    ['a time of a column', 'each_medicine: [{row.hold: on the day of the procedure}]', ['wrong-test row.hold']],
  ])('%s', (_, parts, expected) => {
    expect(told(BASE + rule(parts))).toEqual(expected);
  });
});

describe('what is told of a medicine is asked only where one is at hand', () => {
  test.each([
    ['in a rule of no medicine', 'when: [{last_taken: on the day of the procedure}]', ['wrong-place last_taken']],
    ['a column of no line', 'when: [{row.ask: always}]', ['wrong-place row.ask']],
    ['the last dose of nothing', 'when: [{stent.on: after the last dose}]', ['wrong-place stent.on']],
    ['beside a medicine that is asked for', 'when: [{any_medicine: [{class: x}]}, {class: y}]', ['wrong-place class']],
  ])('%s', (_, parts, expected) => {
    expect(told(BASE + rule(parts))).toEqual(expected);
  });

  test('in the exception of a rule that looks at each one it may be asked', () => {
    expect(told(BASE + rule('each_medicine: [{class: x}], unless: [{route: topical}]'))).toEqual([]);
  });
});

describe('conditions may not go round in a circle', () => {
  const definition = (id: string, when: string): string =>
    `  - {id: ${id}, title: T, when: [{${when}: yes}], sources: [{id: book, section: s}], evidence: label, review_by: 2027-01-01}\n`;

  test('through definitions', () => {
    const text = `definitions:\n${definition('a', 'b')}${definition('b', 'c')}${definition('c', 'a')}`;
    expect(told(BASE + text)).toEqual(['circular-condition a']);
  });

  test('through the question itself', () => {
    const text = 'questions:\n  - {id: a, section: s, ask: w, need: optional, type: yes-no, when: [{a: answered}]}\n';
    expect(told(text)).toEqual(['circular-condition a']);
  });

  test('but two may need the same third', () => {
    const text = `definitions:\n${definition('a', 'steroid')}${definition('b', 'a')}${definition('c', 'a')}`;
    expect(told(BASE + text)).toEqual([]);
  });
});

describe('a lookup', () => {
  const lookup = (from: string, values: string): string =>
    `lookups:\n  - {id: risk, title: Risk, from: ${from}, choices: [low, high], values: {${values}}}\n`;

  test.each([
    ['goes from a choice to one of its values', 'kind', 'one: low, two: high', []],
    ['may not go from what there is not', 'kinds', 'one: low', ['unknown-fact kinds']],
    ['may not go from what has no choices', 'age', 'one: low', ['unknown-fact age']],
    ['may not go from a choice that there is not', 'kind', 'three: low', ['unknown-choice three']],
    ['may not go to a value that it lacks', 'kind', 'one: medium', ['unknown-choice medium']],
  ])('%s', (_, from, values, expected) => {
    expect(told(BASE + lookup(from, values))).toEqual(expected);
  });
});

describe('what a chart says', () => {
  test.each([
    ['is a choice of a question', '{of: conditions, fact: signs, values: [{value: fever, date: stent.on}]}', []],
    ['may say nothing of any', '{of: allergies, values: [{texts: [none]}]}', []],
    ['may not concern what there is not', '{of: conditions, fact: sign, values: [{value: fever}]}', ['unknown-fact sign']],
    ['may not concern what has no choices', '{of: conditions, fact: age, values: [{value: fever}]}', ['unknown-fact age']],
    ['may not be a choice that there is not', '{of: conditions, fact: signs, values: [{value: fewer}]}', ['unknown-choice fewer']],
    ['has a place in the order', '{of: conditions, fact: kind, order: [one], values: [{value: two}]}', ['missing-key two']],
    ['has its day as a date', '{of: conditions, fact: signs, values: [{value: fever, date: age}]}', ['unknown-fact age']],
    ['is told by a value or a severity', '{of: allergies, fact: signs, values: [{texts: [hot]}]}', ['missing-key']],
    ['has one of three severities', '{of: reactions, fact: severity, values: [{value: bad}]}', ['unknown-choice bad']],
  ])('%s', (_, group, expected) => {
    const found = told(`${BASE}chart:\n  - ${group}\n`);
    expect(found.map((fault) => fault.split(' {')[0])).toEqual(expected);
  });
});

describe('a line of a table', () => {
  const line = (text: string): string => `${BASE}      - {${text}}\n`;

  test.each([
    ['has cells of the columns that there are', 'class: c, values: {hold: 1 day, note: any words}', []],
    ['may not fill a column that there is not', 'drug: d, values: {holds: 1 day}', ['unknown-column holds']],
    ['may not hold another length than of time', 'drug: d, values: {hold: a while}', ['invalid-duration a while']],
    ['may not hold a choice that there is not', 'drug: d, values: {ask: never}', ['unknown-choice never']],
    ['may not list what its column lacks', 'drug: d, values: {unlikely: [pain, gain]}', ['unknown-choice gain']],
    ['may not hold a list where one word should be', 'drug: d, values: {ask: [always]}', ['wrong-type ask']],
    ['may not hold one word where a list should be', 'drug: d, values: {unlikely: pain}', ['wrong-type unlikely']],
    ['may test what is told of its medicine', 'drug: d, when: [{regimen: weekly}], values: {hold: 1 day}', []],
    ['may not test what there is not', 'drug: d, when: [{agee: at least 3}], values: {hold: 1 day}', ['unknown-fact agee']],
    ['may not stand on a source that there is not', 'drug: d, values: {}, sources: [{id: film, section: s}]', ['unknown-source film']],
  ])('%s', (_, text, expected) => {
    expect(told(line(text))).toEqual(expected);
  });

  test.each(['values: {hold: 1 day}', 'drug: d, class: c, values: {hold: 1 day}'])(
    'names either drugs or classes, unlike `%s`',
    (text) => {
      expect(faultsOf(line(text)).map(({ code }) => code)).toEqual(['invalid-row']);
    },
  );
});

test('a question stands in a section that there is', () => {
  const text = 'questions:\n  - {id: a, section: nowhere, ask: w, need: optional, type: yes-no}\n';
  expect(told(text)).toEqual(['unknown-section nowhere']);
});

test('a number lies below that of a question that has one', () => {
  const low = (above: string): string =>
    `questions:\n  - {id: low, section: s, ask: w, need: optional, type: number, between: [0, 9], less_than: ${above}}\n`;
  const high = '  - {id: high, section: s, ask: w, need: optional, type: number, between: [0, 9]}\n';
  expect(told(low('high') + high)).toEqual([]);
  expect(told(low('higher') + high)).toEqual(['unknown-fact higher']);
});

describe('an emergency', () => {
  const urgent = BASE + rule('when: [{steroid: yes}], urgency: emergency');

  test('holds', () => {
    expect(told(urgent)).toEqual([]);
  });

  test.each(['go', 'contact-physician'])('is never only a %s', (outcome) => {
    expect(told(urgent.replace('outcome: hold', `outcome: ${outcome}`))).toEqual([`emergency-without-hold ${outcome}`]);
  });
});
