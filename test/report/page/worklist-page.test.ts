import { describe, expect, test } from 'vitest';

import type { PageEntry } from '../../../src/batch/decide-rows.ts';
import { NONE } from '../../../src/batch/tally.ts';
import { prescriberRules, workOf } from '../../../src/batch/worklist.ts';
import { worklistPage } from '../../../src/report/page/worklist-page.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { type RawIntake, screenRaw, shipped, shippedScreener } from '../../support/shipped.ts';

const RULES = prescriberRules(shipped.ruleSet);

function entry(given: RawIntake, name?: string): PageEntry {
  const result = screenRaw(healthyWith({ ...given }));
  return { result, ...workOf(result, RULES), ...(name === undefined ? {} : { name }) };
}

function page(...entries: PageEntry[]): string {
  const options = {
    clinic: 'A & B',
    zone: shippedScreener.zone,
    madeAt: 0,
    tally: { ...NONE, rows: 3, rejected: 2 },
  };
  return worklistPage(entries, options);
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

  test('names its rules', () => {
    expect(page(entry({}))).toContain('Rules cervical-injection');
  });
});
