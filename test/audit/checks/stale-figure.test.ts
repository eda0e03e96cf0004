import { describe, expect, test } from 'vitest';

import { runCheck } from '../../../src/audit/check.ts';
import { staleFigure } from '../../../src/audit/checks/stale-figure.ts';
import { audited, messages } from '../../support/small-audit.ts';
import { places, pointedAt } from '../../support/places.ts';

const questions = [
  { id: 'age_years', type: 'number', between: [0, 120] },
  { id: 'temperature', type: 'number', between: [30, 45] },
  {
    id: 'warm',
    type: 'number',
    between: [30, 45],
    also: [{ unit: '°F', multiply: 5 / 9, add: -160 / 9 }],
  },
  { id: 'meal', type: 'date-time', direction: 'any' },
  { id: 'covid', type: 'date', direction: 'past' },
  { id: 'asked', type: 'yes-no', ask: 'Did it hurt for 20 minutes?' },
];

/** What is found of a rule with this sentence and these conditions. */
function stated(says: string, when: object[], more: object = {}): string[] {
  return messages(staleFigure, {
    questions,
    rules: [{ id: 'r', title: 'T', says, when }],
    ...more,
  });
}

const stale = (figure: string): string[] => [
  `the \`says\` of \`r\` states \`${figure}\`, by which the rule does not decide`,
];

describe('stale-figure', () => {
  test('finds the sentence that a threshold was moved away from, and says what the rule decides by', () => {
    const [fault] = runCheck(
      staleFigure,
      audited({
        questions,
        rules: [{ id: 'r', says: 'Hold from 38.5 on.', when: [{ temperature: 'at least 38.6' }] }],
      }),
    );
    expect(fault).toMatchObject({ code: 'stale-figure', help: 'the rule decides by 38.6' });
    expect(fault && pointedAt(fault)).toBe('38.5');
  });

  test('follows a parameter', () => {
    const when = [{ meal: 'less than {fasting} before the procedure' }];
    const sentence = 'Hold less than 6 hours after a meal.';
    expect(stated(sentence, when, { parameters: [{ id: 'fasting', value: '6 hours' }] })).toEqual(
      [],
    );
    expect(stated(sentence, when, { parameters: [{ id: 'fasting', value: '7 hours' }] })).toEqual(
      stale('6 hours'),
    );
  });

  test('follows a definition', () => {
    const of = (limit: string) => [{ id: 'hot', when: [{ temperature: limit }] }];
    const when = [{ hot: 'yes' }];
    expect(stated('Hold above 39.', when, { definitions: of('more than 39') })).toEqual([]);
    expect(stated('Hold above 39.', when, { definitions: of('more than 40') })).toEqual(
      stale('39'),
    );
  });

  test('follows the lines of a table that the rule goes through', () => {
    const tables = (hold: string) => [
      {
        id: 'waits',
        columns: { hold: { type: 'duration', title: 'Hold' } },
        rows: [{ drug: 'apixaban', values: { hold } }],
      },
    ];
    const rules = [
      {
        id: 'r',
        says: 'Hold within the interval of apixaban, 72 hours.',
        each_medicine: [
          { in_table: 'waits' },
          { last_taken: 'less than {hold} before the procedure' },
        ],
      },
    ];
    expect(messages(staleFigure, { questions, rules, tables: tables('3 days') })).toEqual([]);
    expect(messages(staleFigure, { questions, rules, tables: tables('73 hours') })).toEqual(
      stale('72 hours'),
    );
  });

  test.each([
    ['the last day that counts', '14 to 27 days', 14, 28],
    ['running weeks', '2 to 4 weeks', 14, 28],
    ['the last day that is within', 'at least 14 days and within 27 days', 14, 28],
  ])('takes a span to end with %s', (_, span, from, to) => {
    const when = (last: number) => [
      { covid: `at least ${from} days before the procedure` },
      { covid: `less than ${last} days before the procedure` },
    ];
    expect(stated(`COVID was ${span} before.`, when(to))).toEqual([]);
    expect(stated(`COVID was ${span} before.`, when(to - 1))).toHaveLength(1);
    expect(stated(`COVID was ${span} before.`, when(to + 1))).toHaveLength(1);
  });

  test('reads a figure in another unit that the question accepts', () => {
    const when = (limit: number) => [{ warm: `at least ${limit}` }];
    expect(stated('Hold from 38.0 C (100.4 F).', when(38))).toEqual([]);
    expect(stated('Hold from 38.1 C (100.4 F).', when(38.1))).toEqual(stale('100.4'));
  });

  test('reads a number that is asked for in a unit of time', () => {
    const sentence = 'Contact the physician above 80 years.';
    const age = (limit: number) => [{ age_years: `more than ${limit}` }];
    expect(stated(sentence, age(80))).toEqual([]);
    expect(stated(sentence, age(81))).toEqual(stale('80 years'));
  });

  test('takes the words of a question that the rule reads, and what the rule tells people to do', () => {
    const when = [{ asked: 'yes' }];
    const instructions = [{ for: 'patient', text: 'Rest for two days.' }];
    const rule = (says: string) => [{ id: 'r', says, when, instructions }];
    expect(
      messages(staleFigure, { questions, rules: rule('It hurt for 20 minutes: rest for 2 days.') }),
    ).toEqual([]);
    expect(messages(staleFigure, { questions, rules: rule('It hurt: rest for 3 days.') })).toEqual(
      stale('3 days'),
    );
  });

  test('looks at titles and messages too, but at no action', () => {
    const rules = [
      {
        id: 'r',
        title: 'Above 41',
        message: '{temperature} is above 42',
        action: 'Give 20 g of sugar.',
        when: [{ temperature: 'more than 40' }],
      },
    ];
    expect(messages(staleFigure, { questions, rules })).toEqual([
      'the `title` of `r` states `41`, by which the rule does not decide',
      'the `message` of `r` states `42`, by which the rule does not decide',
    ]);
  });

  test('reads a rule on its first day, and one that is no longer in force not at all', () => {
    const parameters = [
      { id: 'limit', value: 38, later: [{ from: '2027-01-01', value: 39, source: 'S' }] },
    ];
    const when = [{ temperature: 'at least {limit}' }];
    const rules = [
      { id: 'past', says: 'From 37 on.', when, until: '2026-01-01' },
      { id: 'now', says: 'From 38 on.', when, until: '2027-01-01' },
      { id: 'next', says: 'From 39 on.', when, from: '2027-01-01' },
    ];
    expect(messages(staleFigure, { questions, rules, parameters })).toEqual([]);
  });

  test('finds a sentence that will be stale from a day on, unless it states both figures', () => {
    const parameters = [
      { id: 'limit', value: 38, later: [{ from: '2027-01-01', value: 39, source: 'S' }] },
    ];
    const when = [{ temperature: 'at least {limit}' }];
    expect(stated('From 38 on.', when, { parameters })).toEqual([
      `${stale('38')[0]} from 2027-01-01 on`,
    ]);
    expect(stated('From 38, or 39 from 2027-01-01.', when, { parameters })).toEqual([]);
    expect(stated('From 38, or 40 from 2027-01-01.', when, { parameters })).toHaveLength(2);
  });

  test('points at the figure itself', () => {
    const found = runCheck(
      staleFigure,
      audited({
        questions,
        rules: [
          {
            id: 'r',
            title: 'Of 39 and 41',
            says: 'At 39, at 40 and at 41.',
            when: [{ temperature: 'at least 39' }, { temperature: 'less than 41' }],
          },
        ],
      }),
    );
    expect(found.map(pointedAt)).toEqual(['40']);
    expect(places(found)[0]).toMatch(/^rules\.yaml:\d+:\d+ stale-figure$/);
  });
});
