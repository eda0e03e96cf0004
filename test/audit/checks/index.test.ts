import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { runCheck } from '../../../src/audit/check.ts';
import { CHECKS } from '../../../src/audit/checks/index.ts';
import { sortDiagnostics } from '../../../src/source/diagnostic.ts';
import { parseDay } from '../../../src/time/day.ts';
import { compileParts } from '../../support/small-clinic.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';

/** A rule set with every fault that the checks know. */
const FAULTY = compileParts({
  questions: [
    { id: 'fever', type: 'yes-no' },
    { id: 'unused-question', type: 'yes-no' },
  ],
  parameters: [{ id: 'unused-limit', value: 1 }],
  translations: [{ language: 'es', texts: [{ from: 'Nobody says it.', to: 'Nadie lo dice.' }] }],
  definitions: [{ id: 'unused', when: [{ fever: 'yes' }] }],
  rules: [
    {
      id: 'r',
      each_medicine: [{ class: 'misspelt' }],
      review_by: '2020-01-01',
      from: '2020-01-01',
      until: '2020-01-01',
    },
  ],
});

const CODES = CHECKS.map(({ code }) => code);

const found = CHECKS.flatMap((check) =>
  runCheck(check, {
    rules: { ...FAULTY, vocabulary: smallVocabulary },
    today: parseDay('2026-11-24') ?? Number.NaN,
  }),
);

describe('the checks', () => {
  test('all find something in a rule set with every fault, and nothing but their own code', () => {
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
