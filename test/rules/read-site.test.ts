import { describe, expect, test } from 'vitest';

import { readSite } from '../../src/rules/read-site.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import { places, readOf } from '../support/places.ts';
import { SITE } from '../support/small-site.ts';
import { smallRuleSet } from '../support/small-rules.ts';

const RULES = smallRuleSet(`
questions:
  - {id: procedure.type, section: s, ask: w, need: required, type: choice, choices: {injection: I, block: B}}
parameters:
  - {id: risk.age, title: Old, value: 75, source: policy}
  - {id: wait, title: Wait, value: 72 hours, source: policy}
`);

/** The faults of the site file with one thing written otherwise. */
function faults(from: string, to: string): readonly Diagnostic[] {
  const read = readSite({ file: 'clinic.yaml', text: SITE.replace(from, to) }, RULES);
  return read.ok ? [] : read.diagnostics;
}

describe('a site file', () => {
  const site = readOf(readSite({ file: 'clinic.yaml', text: SITE }, RULES));

  test('tells the opening hours from Monday on, in minutes', () => {
    expect(site.opening_hours).toEqual([
      [{ from: 480, until: 960 }],
      [
        { from: 480, until: 720 },
        { from: 780, until: 960 },
      ],
      [{ from: 480, until: 960 }],
      [{ from: 480, until: 960 }],
      [{ from: 480, until: 720 }],
      [],
      [],
    ]);
  });

  test('tells how a procedure is planned, in yes and no', () => {
    expect(site.procedures).toEqual({
      injection: { sedation: true, steroid: false, contrast: true },
    });
  });

  test('may leave out what it does not override', () => {
    expect(faults('overrides: []\n', '')).toEqual([]);
  });

  test('may give the hours of a day in any order', () => {
    const turned = SITE.replace(
      '[{from: "08:00", until: "12:00"}, {from: "13:00", until: "16:00"}]',
      '[{from: "13:00", until: "16:00"}, {from: "08:00", until: "12:00"}]',
    );
    const again = readOf(readSite({ file: 'clinic.yaml', text: turned }, RULES));
    expect(again.opening_hours).toEqual(site.opening_hours);
  });
});

describe('a fault is told at its place', () => {
  test.each([
    [
      'a time zone that there is not',
      'America/Anchorage',
      'Alaska',
      ['clinic.yaml:3:12 unknown-time-zone'],
    ],
    [
      'a procedure that there is not',
      'injection:',
      'injektion:',
      ['clinic.yaml:13:3 unknown-procedure'],
    ],
    ['a day left out', '  sunday: closed\n', '', ['clinic.yaml:5:3 missing-key']],
    [
      'a clock time that there is not',
      'friday: [{from: "08:00"',
      'friday: [{from: "8:00"',
      ['clinic.yaml:9:19 invalid-value'],
    ],
    [
      'a day that ends at 24:00',
      'until: "12:00"}]\n  saturday',
      'until: "24:00"}]\n  saturday',
      ['clinic.yaml:9:35 invalid-value'],
    ],
    [
      'hours that end before they begin',
      'friday: [{from: "08:00"',
      'friday: [{from: "13:00"',
      ['clinic.yaml:9:35 invalid-hours'],
    ],
    [
      'hours that end as they begin',
      'friday: [{from: "08:00"',
      'friday: [{from: "12:00"',
      ['clinic.yaml:9:35 invalid-hours'],
    ],
    [
      'a plan that is neither yes nor no',
      'sedation: yes',
      'sedation: maybe',
      ['clinic.yaml:13:25 invalid-value'],
    ],
    [
      'a key that may not stand there',
      'phone:',
      'fone:',
      ['clinic.yaml:1:1 missing-key', 'clinic.yaml:2:1 unknown-key'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(places(faults(from, to)).toSorted()).toEqual(expected);
  });
});

describe('an override', () => {
  const override = (parameter: string, value: string): string =>
    `{parameter: ${parameter}, value: ${value}, reason: r, by: Dr A, on: 2026-11-24}`;
  const overriding = (...overrides: string[]): string[] =>
    places(
      faults('overrides: []', `overrides:\n${overrides.map((each) => `  - ${each}\n`).join('')}`),
    );

  test.each([
    ['a number for a number', override('risk.age', '80'), []],
    ['a length of time for one', override('wait', '4 days'), []],
    [
      'a parameter that there is not',
      override('risk.aged', '80'),
      ['clinic.yaml:17:17 unknown-parameter'],
    ],
    [
      'a length of time for a number',
      override('risk.age', '80 days'),
      ['clinic.yaml:17:34 wrong-type'],
    ],
    ['a number for a length of time', override('wait', '72'), ['clinic.yaml:17:30 wrong-type']],
    ['no length of time', override('wait', 'a while'), ['clinic.yaml:17:30 invalid-duration']],
    [
      'no reason',
      override('wait', '4 days').replace(' reason: r,', ''),
      ['clinic.yaml:17:5 missing-key'],
    ],
    [
      'no name',
      override('wait', '4 days').replace(' by: Dr A,', ''),
      ['clinic.yaml:17:5 missing-key'],
    ],
    [
      'no date',
      override('wait', '4 days').replace('2026-11-24', 'today'),
      ['clinic.yaml:17:63 invalid-value'],
    ],
  ])('%s', (_, text, expected) => {
    expect(overriding(text)).toEqual(expected);
  });

  test('of one parameter stands once', () => {
    expect(overriding(override('wait', '4 days'), override('wait', '5 days'))).toEqual([
      'clinic.yaml:18:17 duplicate-override',
    ]);
  });
});
