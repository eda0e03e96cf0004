import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { runCheck } from '../../../src/audit/check.ts';
import { CHECKS } from '../../../src/audit/checks/index.ts';
import { sortDiagnostics } from '../../../src/source/diagnostic.ts';
import { audited } from '../../support/small-audit.ts';

const fever = [{ fever: 'yes' }];
const warm = { name: 'warm', given: { temperature: 40, fever: true }, expect: 'fires' };

/** A rule set with every fault that the checks know. */
const FAULTY = audited(
  {
    healthy: { fever: false, temperature: 37 },
    questions: [
      { id: 'fever', type: 'yes-no' },
      { id: 'temperature', type: 'number', between: [30, 45] },
      { id: 'unused-question', type: 'yes-no' },
    ],
    parameters: [{ id: 'unused-limit', value: 1 }],
    translations: [{ language: 'es', texts: [{ from: 'Nobody says it.', to: 'Nadie lo dice.' }] }],
    definitions: [{ id: 'unused', when: fever }],
    sources: [
      { id: 'nowhere', authors: 'A', year: 2020, title: 'T', checked: 'read' },
      {
        id: 'old',
        authors: 'A',
        year: 2010,
        title: 'T',
        url: 'https://example.org/old',
        checked: 'read',
        valid_until: '2020-01-01',
      },
    ],
    tables: [
      {
        id: 'waits',
        columns: { hold: { type: 'duration', title: 'Hold' } },
        rows: [
          { drug: 'apixaban', values: { hold: '1 day' } },
          { drug: 'apixaban', values: { hold: '2 days' }, from: '2027-01-01' },
        ],
      },
    ],
    rules: [
      {
        id: 'r',
        each_medicine: [{ class: 'misspelt' }],
        review_by: '2020-01-01',
        from: '2020-01-01',
        until: '2020-01-01',
      },
      { id: 'twin-a', when: fever, examples: [warm] },
      { id: 'twin-b', when: fever, examples: [warm] },
      { id: 'softer', when: fever, outcome: 'contact-physician', examples: [warm] },
      {
        id: 'idle',
        says: 'From 37.5 on.',
        when: [{ temperature: 'at least 39' }, { temperature: 'at least 38' }],
        sources: [{ id: 'nowhere', section: 'p. 1' }],
      },
      {
        id: 'listed',
        each_medicine: [{ class: 'anticoagulant' }, { in_table: 'waits' }],
        unless: [{ fever: 'not known to be yes' }],
        sources: [{ id: 'old', section: 'p. 1' }],
      },
    ],
  },
  {
    lookalikes: [
      ['Advil', 'Eliquis'],
      ['Eliquis', 'Advil'],
    ],
  },
);

const CODES = CHECKS.map(({ code }) => code);

/** Without a healthy patient most of them cannot look at all. */
const SICK = audited({
  healthy: { temperature: 20 },
  questions: [{ id: 'temperature', type: 'number', between: [30, 45] }],
});

const found = CHECKS.flatMap((check) => [...runCheck(check, FAULTY), ...runCheck(check, SICK)]);

describe('the checks', () => {
  test('all find something in the rule sets with every fault, and nothing but their own code', () => {
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(CODES));
  });

  test('point at a place in a file, with their own severity', () => {
    const severities = new Map(CHECKS.map(({ code, severity }) => [code, severity]));
    for (const { code, severity, span } of sortDiagnostics(found)) {
      expect(severity).toBe(severities.get(code));
      expect(span.end).toBeGreaterThan(span.start);
    }
  });

  test('have codes of their own, in the order of the alphabet', () => {
    expect(CODES).toEqual([...new Set(CODES)].toSorted());
  });

  test('are all those that stand in the folder', () => {
    const folder = new URL('../../../src/audit/checks/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name !== 'index.ts');
    const written = files.flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^ {2}code: '([a-z-]+)'/gm)].map(
        ([, code = '']) => code,
      ),
    );
    expect(written.toSorted()).toEqual(CODES);
  });

  test.each(CHECKS)(
    '$code explains what it finds, why that matters and what to do',
    ({ explanation }) => {
      expect(explanation).toMatch(/^[A-Z].*\.$/);
      expect(explanation.length).toBeGreaterThan(60);
    },
  );
});
