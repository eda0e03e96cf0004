import { describe, expect, test } from 'vitest';

import type { PageEntry } from '../../../src/batch/decide-rows.ts';
import { NONE } from '../../../src/batch/tally.ts';
import { listedOf, prescriberRules, workOf } from '../../../src/batch/worklist.ts';
import type { ScreenResult } from '../../../src/evaluation/result.ts';
import { groundsOf } from '../../../src/evaluation/screen.ts';
import { html } from '../../../src/report/page/html.ts';
import { KeptRows } from '../../../src/report/page/kept-rows.ts';
import { worklistPage } from '../../../src/report/page/worklist-page.ts';
import { paperText } from '../../../src/report/papers/paper.ts';
import { sheetBody, WITHIN } from '../../../src/report/papers/patient-page.ts';
import { patientSheet } from '../../../src/report/papers/patient-sheet.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { paperSource } from '../../support/paper-source.ts';
import { type RawIntake, shipped, shippedScreener } from '../../support/shipped.ts';

const RULES = prescriberRules(shipped.ruleSet);

function entry(given: RawIntake, name?: string): PageEntry {
  const { result, intake } = paperSource(healthyWith({ ...given }));
  return { result, intake, ...workOf(result, RULES), ...(name === undefined ? {} : { name }) };
}

function page(...entries: readonly PageEntry[]): string {
  const { zone, site } = shippedScreener;
  const rows = new KeptRows(zone);
  for (const [place, each] of entries.entries())
    rows.add(listedOf(each.result, each, { line: 2, record: 1 }, true), () => place);
  const parts = worklistPage(rows, {
    ruleSet: shipped.ruleSet,
    site: { ...site, name: 'A & B' },
    zone,
    language: 'en',
    madeAt: 0,
    tally: { ...NONE, rows: 3, rejected: 2 },
    repeats: {
      patients: 1,
      named: [
        {
          rows: 2,
          places: [
            { file: '<in>.csv', line: 2 },
            { file: '<in>.csv', line: 9 },
          ],
          dispositions: ['hold', 'go'],
        },
      ],
    },
    ruleset: groundsOf(shippedScreener),
    hasNames: true,
    entryOf: ({ place }) => entries[place] ?? entry({}),
  });
  return [...parts].join('');
}

describe('the worklist page', () => {
  test('groups patients by what there is to do, and leaves out groups that nobody is in', () => {
    const text = page(entry({ id: 'GO-1' }), entry({ id: 'ASK-1', 'driver.arranged': null }));
    expect(text.indexOf('ASK-1')).toBeLessThan(text.indexOf('GO-1'));
    expect(text).toContain('Call the patient: questions are still to ask (1)');
    expect(text).not.toContain('reschedule (');
  });

  test('says how many rows are rejected and not on it', () => {
    expect(page()).toContain('2 rejected: not on this page');
  });

  test('says which rows are of one patient and procedure', () => {
    const text = page();
    expect(text).toContain('1 patient stands in several rows for the same procedure time');
    expect(text).toContain('&lt;in&gt;.csv:2, &lt;in&gt;.csv:9: decided differently (HOLD, GO)');
  });

  test('escapes whatever a patient or an export wrote', () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const text = page(entry({ id: evil, medications: [{ name: evil }] }, evil));
    expect(text).not.toContain('<img');
    expect(text).toContain('A &amp; B');
  });

  test('reaches for nothing outside itself', () => {
    const text = page(entry({}));
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/(?:src|href)=|https?:|@import|url\(/);
  });

  test('holds the papers of each patient as they are written elsewhere', () => {
    const raw = healthyWith({ medications: ['Eliquis'] });
    const site = { ...shippedScreener.site, name: 'A & B' };
    const source = paperSource(raw, { site });
    const text = page(entry({ medications: ['Eliquis'] }));
    for (const kind of ['note', 'sbar'] as const)
      expect(text).toContain(html`>${paperText(kind, source)}</pre`.markup);
    expect(text).toContain(sheetBody(patientSheet(source), WITHIN).markup);
  });

  test('shows what of the chart is counted beside the answers', () => {
    const { result, ...more } = entry({ 'health.conditions': ['heart-failure'] });
    const chart: ScreenResult['chart'] = [
      {
        as_written: 'Weak <heart>',
        fact: 'health.conditions',
        value: 'heart-failure',
        read: 'added',
      },
      { as_written: 'Full-time employment', read: 'not-known' },
    ];
    const [row = '', note = ''] = page({ result: { ...result, chart }, ...more }).split('<pre');
    expect(row).toContain('Weak &lt;heart&gt; (Conditions: heart-failure)');
    expect(row).not.toContain('Full-time employment');
    expect(note).toMatch(/Unknown to the rules, and not counted: Full-time\s+employment/);
  });

  test('says whose papers are not on it', () => {
    const one = entry({});
    const text = page(...Array.from({ length: 1001 }, () => ({ ...one })));
    expect(text).toContain('The papers of the first 1000 patients are on it');
    expect(text.match(/<summary>Chart note/g)).toHaveLength(1000);
    expect(page(one)).not.toContain('The papers of the first');
  }, 20_000);

  test('tells a few questions in full, and many by what they are about', () => {
    const few = page(entry({ 'driver.arranged': null }));
    expect(few).toContain('<li>Will an adult take you home?');
    const unasked = ['driver.arranged', 'can_lie_prone', 'consent.able', 'bleeding.history'];
    const more = ['allergy.latex', 'allergy.steroid'];
    const many = entry(Object.fromEntries([...unasked, ...more].map((fact) => [fact, null])));
    const [row = ''] = page(many).split('<pre');
    expect(row).toMatch(/<li>6 questions: [^<]*Adult to take them home/);
    expect(row).not.toContain('Will an adult take you home?');
  });

  test('names its rules', () => {
    expect(page(entry({}))).toContain('Rules cervical-injection');
  });
});
