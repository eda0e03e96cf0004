import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { runCheck } from '../src/audit/check.ts';
import { CHECKS } from '../src/audit/checks/index.ts';
import { runExamples } from '../src/audit/run-examples.ts';
import { readYamlFolder } from '../src/cli/files.ts';
import { contentDigest } from '../src/cli/in-force.ts';
import { diagnosticsText } from '../src/report/diagnostics-text.ts';
import { loadRules } from '../src/rules/load.ts';
import { editorSchema } from '../src/rules/schema/editor-schema.ts';
import { sortDiagnostics } from '../src/source/diagnostic.ts';
import { parseDay } from '../src/time/day.ts';
import { HOME } from './support/command-line.ts';
import {
  ASKED_AGAIN,
  ON_THE_DAY,
  PROMISED_FACTS,
  REQUIRED,
  REQUIRED_IF,
} from './support/promised-facts.ts';
import { type RawIntake, screenRaw, shipped, shippedScreener } from './support/shipped.ts';
import { shippedCases, shippedHealthy } from './support/shipped-cases.ts';

const loaded = loadRules(readYamlFolder(join(HOME, 'rules')));
if (!loaded.ok) throw new Error(diagnosticsText(loaded.diagnostics));
const rules = loaded.value;

describe('the shipped rules', () => {
  const outcomes = runExamples(rules, shippedScreener);

  test('have an example or a case for everything that they promise, and each comes out', () => {
    const failed = outcomes.flatMap(({ name, failure }) =>
      failure === undefined ? [] : [`${name}: ${failure}`],
    );
    expect(failed).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(rules.ruleSet.rules.length * 2);
  });

  test('have no fault that lint finds', { timeout: 120_000 }, () => {
    const today = parseDay('2026-11-24') ?? Number.NaN;
    const bench = {
      screener: shippedScreener,
      vocabulary: rules.vocabulary,
      healthy: rules.healthy,
    };
    const found = CHECKS.flatMap((check) => runCheck(check, { rules, today, bench }));
    expect(diagnosticsText(sortDiagnostics(found))).toBe('');
  });

  test('are those that the package was built from', () => {
    expect(contentDigest(rules.ruleSet, rules.vocabulary)).toBe(shipped.content);
  });

  test('have a schema for editors that is up to date', () => {
    const written = JSON.parse(readFileSync(join(HOME, 'rules', 'schema.json'), 'utf8')) as unknown;
    expect(written).toEqual(JSON.parse(JSON.stringify(editorSchema())));
  });

  test('let a healthy patient go, on every procedure', () => {
    for (const type of PROMISED_FACTS['procedure.type']?.choices ?? []) {
      const healthy = { ...shippedHealthy, 'procedure.type': type, 'pain.usual_present': true };
      expect(screenRaw(healthy)).toMatchObject({
        disposition: 'go',
        urgency: 'routine',
        missing: [],
        earliest_go: null,
      });
    }
  });

  test.each([
    ['Jardiance', 3, '2026-11-21T09:00:00-09:00'],
    ['Steglatro', 4, '2026-11-20T09:00:00-09:00'],
  ])('let the patient ask about %s: none on %i calendar days', (name, days, latest) => {
    const { instructions } = screenRaw({
      ...shippedHealthy,
      screened_at: '2026-11-17T10:00',
      medications: [{ name, still_taking: true }],
    });
    expect(instructions.filter(({ rule }) => rule === 'sglt2.window')).toEqual([
      expect.objectContaining({
        at: latest,
        text: expect.stringMatching(`none on the ${days} calendar days .* heart failure`) as string,
      }),
    ]);
  });

  test('put what decides first: an emergency, which always holds, or else the most restrictive', () => {
    for (const { raw } of shippedCases) {
      const { findings, urgency, disposition } = screenRaw(raw);
      const first = findings[0] ?? { urgency: 'routine', disposition: 'go' };
      const isEmergency = urgency === 'emergency';
      expect(isEmergency).toBe(first.urgency === 'emergency');
      expect(disposition).toBe(isEmergency ? 'hold' : first.disposition);
    }
  });
});

const questions = new Map(shipped.ruleSet.questions.map((question) => [question.id, question]));

describe('the facts', () => {
  test.each(Object.entries(PROMISED_FACTS))(
    '%s is of its type, with its choices',
    (id, { type, choices }) => {
      const question = questions.get(id);
      expect(question?.type).toBe(type);
      const own = question && 'choices' in question ? Object.keys(question.choices) : undefined;
      expect(own?.toSorted()).toEqual(choices?.toSorted());
    },
  );

  test('that are not promised are optional', () => {
    const others = [...questions.values()].filter(({ id }) => !(id in PROMISED_FACTS));
    expect(others.filter(({ need }) => need !== 'optional').map(({ id }) => id)).toEqual([]);
  });

  test('to be asked again on the day are those that can change', () => {
    const again = [...questions.values()].filter((question) => question.ask_again === true);
    expect(again.map(({ id }) => id).toSorted()).toEqual(ASKED_AGAIN.toSorted());
  });
});

const BARE = {
  id: 'BARE-1',
  'procedure.type': 'cervical-interlaminar-epidural',
  'procedure.at': '2026-11-24T09:00',
};
const DAYS = { onTheDay: '2026-11-24T07:30', ahead: '2026-11-17T10:00' };

/** The questions that hold because they were not asked. */
function unasked(given: RawIntake, day: keyof typeof DAYS): string[] {
  const { findings } = screenRaw({ ...BARE, screened_at: DAYS[day], ...given });
  return findings
    .flatMap(({ rule, subject }) => (rule === 'intake.not-asked' ? [subject] : []))
    .toSorted();
}

describe('what is required', () => {
  test('of a patient of whom nothing is known is the list of the product', () => {
    expect(unasked({}, 'ahead')).toEqual(REQUIRED.toSorted());
  });

  test('on the day is the list of the day besides', () => {
    expect(unasked({}, 'onTheDay')).toEqual([...REQUIRED, ...ON_THE_DAY].toSorted());
  });

  test('before the day, the list of the day stands among the checks on the day', () => {
    const { checks_on_the_day: checks } = screenRaw({ ...BARE, screened_at: DAYS.ahead });
    const facts = checks.map(({ fact }) => fact);
    for (const fact of [...ON_THE_DAY, ...ASKED_AGAIN.slice(0, 6)]) expect(facts).toContain(fact);
  });

  test.each(REQUIRED_IF)(
    'with $given: $always, and on the day $onTheDay',
    ({ given, always = [], onTheDay = [] }) => {
      const answered = Object.keys(given);
      const open = (facts: readonly string[]): string[] =>
        facts.filter((fact) => !answered.includes(fact));
      expect(unasked(given, 'ahead')).toEqual(open([...REQUIRED, ...always]).toSorted());
      expect(unasked(given, 'onTheDay')).toEqual(
        open([...REQUIRED, ...ON_THE_DAY, ...always, ...onTheDay]).toSorted(),
      );
    },
  );

  test.each([
    ['procedure.steroid', ['vaccine.kind', 'steroid.injections_last_12_months']],
    ['procedure.contrast', ['allergy.contrast']],
  ])('without %s is less', (fact, spared) => {
    expect(unasked({ [fact]: false }, 'ahead')).toEqual(
      REQUIRED.filter((each) => !spared.includes(each)).toSorted(),
    );
  });
});
