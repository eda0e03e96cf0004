/**
 * The fail-safe laws, over generated patients.
 * @module-tag long
 */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { contextOf, screener } from '../../src/evaluation/screen.ts';
import { isRequired } from '../../src/evaluation/missing.ts';
import type { ScreenResult } from '../../src/evaluation/result.ts';
import { readIntake } from '../../src/intake/read-intake.ts';
import { generatedIntake, healthyWith, medicine } from '../support/generated-intake.ts';
import { type RawIntake, screenRaw, shippedScreener } from '../support/shipped.ts';

const RUNS = { numRuns: 10_000 };

vi.setConfig({ testTimeout: 600_000 });
const RANK = { go: 0, 'contact-physician': 1, hold: 2 };

function rank({ disposition }: ScreenResult): number {
  return RANK[disposition];
}

/** The questions whose answer this patient must have given now. */
function required(raw: RawIntake): string[] {
  const { zone, prepared } = shippedScreener;
  const reading = readIntake(raw, prepared.ruleSet, { zone, asOf: undefined, now: 0 });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const context = contextOf(reading.intake, shippedScreener);
  const identity = ['id', 'procedure.type', 'procedure.at'];
  return [...prepared.questions.values()]
    .filter((question) => !identity.includes(question.id) && isRequired(question, context))
    .map(({ id }) => id);
}

const withRequired = generatedIntake.chain((raw) =>
  fc.record({ raw: fc.constant(raw), fact: fc.constantFrom(...required(raw)) }),
);

describe('missing never means no', () => {
  test('a required question that was not asked holds', () => {
    fc.assert(
      fc.property(withRequired, ({ raw, fact }) => {
        expect(screenRaw({ ...raw, [fact]: null }).disposition).toBe('hold');
      }),
      RUNS,
    );
  });

  test('a required answer that is unknown or declined never gives GO', () => {
    fc.assert(
      fc.property(withRequired, fc.constantFrom('unknown', 'declined'), ({ raw, fact }, state) => {
        expect(screenRaw({ ...raw, [fact]: state }).disposition).not.toBe('go');
      }),
      RUNS,
    );
  });

  test('taking a required answer away never makes the disposition less restrictive', () => {
    fc.assert(
      fc.property(withRequired, ({ raw, fact }) => {
        expect(rank(screenRaw({ ...raw, [fact]: null }))).toBeGreaterThanOrEqual(
          rank(screenRaw(raw)),
        );
      }),
      RUNS,
    );
  });
});

describe('later is never safer', () => {
  test('a later last dose never makes the disposition less restrictive', () => {
    const cases = generatedIntake.chain((raw) =>
      fc.record({
        raw: fc.constant(raw),
        subject: medicine(0),
        earlier: fc.nat(20_000),
        later: fc.nat(20_000),
      }),
    );
    fc.assert(
      fc.property(cases, ({ raw, subject, earlier, later }) => {
        const at = (minutes: number): string => minutesBefore(String(raw['screened_at']), minutes);
        const dosed = (last_taken: string): RawIntake => ({
          ...raw,
          medications: [...(raw['medications'] as unknown[]), { ...subject, last_taken }],
        });
        const far = screenRaw(dosed(at(Math.max(earlier, later))));
        const near = screenRaw(dosed(at(Math.min(earlier, later))));
        expect(rank(near)).toBeGreaterThanOrEqual(rank(far));
      }),
      RUNS,
    );
  });

  test.each([
    ['last_meal.at', 'last_meal.kind', ['light', 'heavy']],
    ['last_drink.at', 'last_drink.kind', ['clear', 'milk', 'pulp-juice', 'sugar-for-low']],
  ] as const)(
    'a later %s never makes the disposition less restrictive',
    (fact, kindFact, kinds) => {
      const cases = fc.record({
        raw: generatedIntake,
        kind: fc.constantFrom(...kinds),
        a: fc.nat(2000),
        b: fc.nat(2000),
      });
      fc.assert(
        fc.property(cases, ({ raw, kind, a, b }) => {
          const at = (minutes: number): string => minutesBefore('2026-11-24T09:00', minutes);
          const eaten = (minutes: number): RawIntake => ({
            ...raw,
            [kindFact]: kind,
            [fact]: at(minutes),
          });
          expect(rank(screenRaw(eaten(Math.min(a, b))))).toBeGreaterThanOrEqual(
            rank(screenRaw(eaten(Math.max(a, b)))),
          );
        }),
        RUNS,
      );
    },
  );
});

describe('medicines', () => {
  test('one that is not recognised never gives GO', () => {
    const name = fc.constantFrom(
      'zzyzxin',
      'the little white pill',
      'quxodine 5 mg',
      'blood thinner',
    );
    fc.assert(
      fc.property(generatedIntake, name, (raw, unknown) => {
        const medications = [...(raw['medications'] as unknown[]), { name: unknown }];
        const result = screenRaw({ ...raw, medications });
        expect(result.disposition).not.toBe('go');
        expect(result.medicines.some(({ match }) => match === 'none')).toBe(true);
      }),
      RUNS,
    );
  });

  test('words about one that nobody understands never make it less restrictive', () => {
    fc.assert(
      fc.property(generatedIntake, (raw) => {
        const medications = raw['medications'] as { readonly name: string }[];
        const murmured = medications.map((each) => ({ ...each, name: `${each.name} zzyzxin` }));
        expect(rank(screenRaw({ ...raw, medications: murmured }))).toBeGreaterThanOrEqual(
          rank(screenRaw(raw)),
        );
      }),
      RUNS,
    );
  });

  test('their order changes nothing', () => {
    const shuffled = generatedIntake.chain((raw) => {
      const medications = raw['medications'] as unknown[];
      return fc.record({
        raw: fc.constant(raw),
        order: fc.shuffledSubarray(medications, { minLength: medications.length }),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ raw, order }) => {
        expect(screenRaw({ ...raw, medications: order })).toEqual(screenRaw(raw));
      }),
      RUNS,
    );
  });

  test('none that is prescribed is stopped without the prescriber’s agreement', () => {
    fc.assert(
      fc.property(generatedIntake, (raw) => {
        const refused = (list: unknown): unknown =>
          (list as Record<string, unknown>[]).map((each) => ({
            ...each,
            prescriber_agrees: false,
          }));
        const result = screenRaw({
          ...raw,
          medications: refused(raw['medications']),
          supplements: refused(raw['supplements']),
        });
        const prescribed = result.medicines.filter(({ classes }) =>
          classes.some((name) =>
            ['anticoagulant', 'p2y12', 'sglt2', 'glp1', 'insulin', 'sulfonylurea'].includes(name),
          ),
        );
        const told = result.instructions.filter((line) => line.for === 'patient');
        for (const { recognised } of prescribed) {
          const stops = told.filter(
            ({ text }) => text.includes(recognised ?? '') && text.startsWith('Take your last dose'),
          );
          expect(stops).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('each gets at most one instruction for the patient', () => {
    fc.assert(
      fc.property(generatedIntake, (raw) => {
        const result = screenRaw(raw);
        const told = result.instructions.filter(
          ({ for: who, text }) => who === 'patient' && /last dose|keep taking/i.test(text),
        );
        for (const { recognised } of result.medicines) {
          if (recognised === null) continue;
          const own = told.filter(
            ({ text }) =>
              ` ${text}`.includes(`(${recognised})`) || ` ${text}`.includes(` ${recognised} `),
          );
          expect(own.length).toBeLessThanOrEqual(1);
        }
      }),
      RUNS,
    );
  });
});

/** Two records of a drug, of which several lines of its tables are as strict. */
const HEPARIN_TWICE = healthyWith({
  medications: [
    { name: 'heparin 5000 units', regimen: 'therapeutic' },
    { name: 'heparin 5000 units' },
  ],
});

test('the order of rules, tables, definitions and questions changes no decision', () => {
  const { ruleSet } = shippedScreener.prepared;
  const { site, recogniser, digest } = shippedScreener;
  const turned = screener(
    {
      ...ruleSet,
      rules: ruleSet.rules.toReversed(),
      tables: ruleSet.tables
        .toReversed()
        .map((table) => ({ ...table, rows: table.rows.toReversed() })),
      definitions: ruleSet.definitions.toReversed(),
      questions: ruleSet.questions.toReversed(),
    },
    recogniser,
    site,
    digest,
  );
  fc.assert(
    fc.property(generatedIntake, (raw) => {
      const { disposition, urgency, earliest_go, findings } = screenRaw(raw, turned);
      const straight = screenRaw(raw);
      expect({ disposition, urgency, earliest_go }).toEqual({
        disposition: straight.disposition,
        urgency: straight.urgency,
        earliest_go: straight.earliest_go,
      });
      expect(findings.map(({ rule }) => rule)).toEqual(straight.findings.map(({ rule }) => rule));
    }),
    { ...RUNS, examples: [[HEPARIN_TWICE]] },
  );
});

test('two evaluations of one intake are the same to the byte', () => {
  fc.assert(
    fc.property(generatedIntake, (raw) => {
      expect(JSON.stringify(screenRaw(raw))).toBe(JSON.stringify(screenRaw(raw)));
    }),
    RUNS,
  );
});

test('the order in which answers, and what is told of a medicine, were given changes no byte', () => {
  fc.assert(
    fc.property(generatedIntake, (raw) => {
      expect(JSON.stringify(screenRaw(turnedRound(raw)))).toBe(JSON.stringify(screenRaw(raw)));
    }),
    RUNS,
  );
});

/** The same with the keys of every object in the reverse order. */
function turnedRound<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toReversed())
      : inner,
  ) as T;
}

function minutesBefore(local: string, minutes: number): string {
  return new Date(Date.parse(`${local}Z`) - minutes * 60_000).toISOString().slice(0, 16);
}
