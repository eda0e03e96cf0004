import { describe, expect, test } from 'vitest';

import type { ScreenResult } from '../../src/evaluation/result.ts';
import { PLAIN } from '../../src/report/palette.ts';
import { headlineWords, type SummaryOptions, summaryText } from '../../src/report/summary-text.ts';
import { COLOURS, tooWide, withoutColour } from '../support/colour.ts';
import { screenRaw, shippedScreener } from '../support/shipped.ts';
import { shippedCases, shippedHealthy } from '../support/shipped-cases.ts';
import { A_WEEK_AHEAD, clinic, decide, type Given } from '../support/small-clinic.ts';

const SHIPPED: SummaryOptions = {
  palette: PLAIN,
  zone: shippedScreener.zone,
  ruleSet: shippedScreener.prepared.ruleSet,
  procedure: 'Epidural steroid injection in the neck, between the vertebrae',
  full: false,
};

describe('the summary of every shipped case', () => {
  const results = shippedCases.map(({ name, raw }) => ({ name, result: screenRaw(raw) }));

  test('there are some', () => {
    expect(results.length).toBeGreaterThan(20);
  });

  test.each([false, true])('is nowhere wider than 80 columns, in full: %s', (full) => {
    const wide = results.flatMap(({ name, result }) =>
      tooWide(summaryText(result, { ...SHIPPED, full })).map((line) => `${name}: ${line}`),
    );
    expect(wide).toEqual([]);
  });

  test('says in words whatever it says in colour', () => {
    for (const { result } of results) {
      const coloured = summaryText(result, { ...SHIPPED, palette: COLOURS });
      expect(coloured).toContain('\u001B[');
      expect(withoutColour(coloured)).toBe(summaryText(result, SHIPPED));
    }
  });

  test('names every finding that stands in the way, and what each question lacks', () => {
    for (const { result } of results) {
      const text = summaryText(result, SHIPPED);
      const standing = result.findings.filter(
        ({ disposition, rule }) => disposition !== 'go' && rule !== 'intake.not-asked',
      );
      for (const { rule } of standing) expect(text).toContain(rule);
      for (const { fact } of result.missing) expect(text.replaceAll(/\s+/g, ' ')).toContain(fact);
    }
  });

  test('has no slot left unfilled', () => {
    const full = results
      .map(({ result }) => summaryText(result, { ...SHIPPED, full: true }))
      .join('\n');
    expect(full).not.toMatch(/\{[a-z_.]+\}|undefined|NaN|\[object/);
  });
});

test('the healthy patient is a GO in the first line', () => {
  expect(summaryText(screenRaw(shippedHealthy), SHIPPED).split('\n')[0]).toMatch(
    /^GO {3}EXAMPLE-1$/,
  );
});

const rules = clinic({
  questions: [
    { id: 'fever', type: 'yes-no' },
    { id: 'cough', type: 'yes-no' },
    { id: 'stroke', type: 'yes-no' },
    { id: 'meal', type: 'date-time', direction: 'any' },
    { id: 'asked', type: 'yes-no', need: 'required', ask: 'Was it asked?' },
    { id: 'temperature', type: 'number', between: [30, 44], need: 'on-the-day', ask: 'How warm?' },
  ],
  rules: [
    {
      id: 'meal',
      when: [{ meal: 'less than 6 hours before the procedure' }],
      action: 'Start later.',
    },
    { id: 'fever', when: [{ fever: 'yes' }] },
    { id: 'cough', outcome: 'contact-physician', urgency: 'same-day', when: [{ cough: 'yes' }] },
    { id: 'stroke', urgency: 'emergency', when: [{ stroke: 'yes' }] },
    { id: 'note', outcome: 'go', when: [{ fever: 'no' }], message: 'No fever.' },
    {
      id: 'aftercare',
      outcome: 'go',
      when: [{ 'procedure.type': 'injection' }],
      message: undefined,
      instructions: [
        { for: 'patient', text: 'Rest.' },
        { for: 'nurse', text: 'Call.', at: { before: '24 hours' } },
      ],
    },
    {
      id: 'thinner',
      each_medicine: [
        { class: 'anticoagulant' },
        { last_taken: 'less than 72 hours before the procedure' },
      ],
    },
  ],
});

function screened(given: Given): ScreenResult {
  return decide({ asked: true, temperature: 36.6, ...given }, rules);
}

function summary(given: Given, full = false): string {
  const options = {
    palette: PLAIN,
    zone: rules.zone,
    ruleSet: rules.prepared.ruleSet,
    procedure: 'An injection',
    full,
  };
  return summaryText(screened(given), options);
}

describe('the headline', () => {
  test.each<[Given, string]>([
    [{}, 'GO'],
    [{ cough: true }, 'CONTACT PHYSICIAN (same day)'],
    [{ fever: true }, 'HOLD'],
    [{ fever: true, cough: true }, 'HOLD, and contact physician (same day)'],
    [{ stroke: true, fever: true }, 'EMERGENCY: call emergency services now. HOLD'],
  ])('of %j is `%s`', (given, words) => {
    expect(headlineWords(screened(given))).toBe(words);
  });

  test('keeps within 80 columns with a long number of the patient', () => {
    const id = 'MRN-2026-11-24-000012345';
    const text = summary({ id, stroke: true, cough: true });
    expect(tooWide(text)).toEqual([]);
    expect(text).toContain(id);
  });

  test('tells the procedure, its hour, the screening, the earliest date and what to do next', () => {
    expect(summary({ meal: '2026-11-24T06:30' }).split('\n').slice(0, 5)).toEqual([
      'HOLD   A-1',
      'An injection, Tue 24 Nov 2026 09:00',
      'screened Tue 24 Nov 2026 07:00 (America/Anchorage)',
      'Earliest date: Tue 24 Nov 2026 13:00 (meal)',
      'Next: offer another date.',
    ]);
  });

  test('says so when time alone brings no date', () => {
    expect(summary({ fever: true })).toContain('No earliest date');
    expect(summary({ cough: true })).not.toContain('arliest date');
  });
});

describe('the page', () => {
  test('has the reasons with their label, rule, sources and evidence', () => {
    expect(summary({ meal: '2026-11-24T06:30', cough: true })).toContain(
      [
        'Why',
        '  HOLD      meal.',
        '            Start later.',
        '            meal · book · guideline',
        '  CONTACT   cough.',
        '            cough · book · guideline',
      ].join('\n'),
    );
  });

  test('counts the questions that were not asked in one reason, and lists them below', () => {
    const text = summary({ asked: null, temperature: null });
    expect(text).toContain('HOLD      2 required questions were not asked yet: see below.');
    expect(text).toContain('Still to ask\n  - Was it asked? (asked)\n  - How warm? (temperature)');
  });

  test('tells the hour of each step once, on the time line', () => {
    const medications = [{ name: 'Eliquis', still_taking: true, prescriber_agrees: true }];
    const text = summary({ ...A_WEEK_AHEAD, medications });
    expect(text).toContain('  Sat 21 Nov 09:00    72 h before  Last dose of Eliquis (apixaban)');
    expect(text).not.toContain('Tell the patient');
  });

  test('says of which medicine the earliest date supposes that no further dose is taken', () => {
    const medications = [{ name: 'Eliquis', last_taken: '2026-11-24T06:00', still_taking: true }];
    expect(summary({ medications }).replaceAll(/\s+/g, ' ')).toContain(
      'Earliest date: Fri 27 Nov 2026 08:00 (thinner), if no further dose of Eliquis (apixaban) is taken',
    );
  });

  test('lists every medicine with what comes of it, a name read by its spelling to be confirmed', () => {
    const text = summary({ medications: ['eloquis', 'metoprolol', 'zzyzxin'] });
    expect(text).toContain('- eloquis: apixaban (by spelling: confirm), contact physician');
    expect(text).toContain('- metoprolol: metoprolol, no action');
    expect(text).toContain('- zzyzxin: not recognised');
  });

  test('has what is for every patient in full only', () => {
    expect(summary({})).not.toContain('Rest.');
    expect(summary({}, true)).toContain('  - Rest.');
  });

  test('names the checks of the day, and asks them in full words only in full', () => {
    expect(summary(A_WEEK_AHEAD)).toContain('Ask again, or for the first time: temperature');
    expect(summary(A_WEEK_AHEAD, true)).toContain('On the day\n  - How warm?');
  });

  test('ends with the rules in force and what the site overrides', () => {
    expect(summary({})).toMatch(/Rules small 1\.0\.0, sha256:small\. No overrides\./);
  });
});

test('what a site overrides stands at the foot of the page, with who and when', () => {
  const overrides = [
    {
      parameter: 'limit',
      value: '200',
      shipped: '180',
      reason: 'why',
      by: 'Dr A',
      on: '2026-11-01',
    },
  ];
  const own = screened({});
  const options = { ...SHIPPED, zone: rules.zone, ruleSet: rules.prepared.ruleSet };
  const text = summaryText({ ...own, ruleset: { ...own.ruleset, overrides } }, options);
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    'Overridden by the site: limit is 200 instead of 180 (Dr A, 2026-11-01).',
  );
});
