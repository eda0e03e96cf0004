import * as fc from 'fast-check';

import type { Question } from '../../src/rules/schema/question.ts';
import { type RawIntake, shipped } from './shipped.ts';

const PROCEDURE_DAY = '2026-11-24';
const DAY = 86_400_000;

/** Medicines of every class that a rule concerns, and some that none does. */
const NAMES = `
  warfarin, phenprocoumon, Eliquis, dabigatran, enoxaparin, heparin 5000 units,
  fondaparinux, clopidogrel, prasugrel, Brilinta, vorapaxar, cilostazol, dipyridamole,
  Aggrenox, aspirin 81 mg, ibuprofen, naproxen, meloxicam, celecoxib, Voltaren Gel,
  metamizole, Pepto-Bismol, salsalate, sertraline, Jardiance, Steglatro, Ozempic, Victoza,
  Rybelsus, Lantus, glipizide, metformin, Paxlovid, prednisone, ibrutinib, treprostinil,
  alteplase, pentosan, metoprolol, lisinopril, fish oil, garlic, ginkgo, turmeric,
  willow bark, CBD oil, vitamin C
`
  .split(',')
  .map((name) => name.trim());

const REASONS = [
  'atrial-fibrillation',
  'stent',
  'primary-prevention',
  'pain',
  'mood',
  'diabetes',
  'other',
];

/** One of two: mostly what is usual, sometimes anything. */
function mostly<T>(usual: fc.Arbitrary<T>, any: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: any });
}

function isoDay(daysFromProcedure: number): string {
  return new Date(Date.parse(`${PROCEDURE_DAY}T00:00Z`) + daysFromProcedure * DAY)
    .toISOString()
    .slice(0, 10);
}

function isoMinute(minutesBefore: number): string {
  return new Date(Date.parse(`${PROCEDURE_DAY}T09:00Z`) - minutesBefore * 60_000)
    .toISOString()
    .slice(0, 16);
}

function answer(question: Question, ahead: number): fc.Arbitrary<unknown> {
  switch (question.type) {
    case 'yes-no':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...Object.keys(question.choices));
    case 'list': {
      const items = Object.keys(question.choices).filter((name) => name !== 'none');
      return mostly<readonly string[]>(
        fc.constant(['none']),
        fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 }),
      );
    }
    case 'number': {
      const [low, high] = question.between;
      // Nobody is younger than the oldest date that is generated.
      const least = question.id === 'patient.age_years' ? 2 : Math.ceil(low);
      return fc.integer({ min: least, max: Math.floor(high) });
    }
    case 'date':
      return fc
        .integer({ min: 0, max: 400 })
        .map((days) => isoDay(question.direction === 'future' ? days : -ahead - 1 - days));
    case 'date-time':
      return fc.integer({ min: ahead * 1440 + 120, max: ahead * 1440 + 4000 }).map(isoMinute);
    case 'text':
      return fc.constant('GENERATED-1');
    case 'medicines':
      return fc.array(medicine(ahead), { maxLength: 3 });
  }
}

/** A medicine with any of what can be told of it. */
export function medicine(ahead: number): fc.Arbitrary<Record<string, unknown>> {
  const taken = fc.integer({ min: ahead * 1440 + 120, max: ahead * 1440 + 30_000 }).map(isoMinute);
  return fc.record(
    {
      name: fc.constantFrom(...NAMES),
      last_taken: fc.oneof(
        taken,
        taken.map((text) => text.slice(0, 10)),
      ),
      still_taking: fc.boolean(),
      prescriber_agrees: fc.boolean(),
      taken_for: fc.constantFrom(...REASONS),
      regimen: fc.constantFrom('prophylactic', 'therapeutic', 'daily', 'weekly'),
    },
    { requiredKeys: ['name'] },
  );
}

const HEALTHY: RawIntake = {
  'patient.age_years': 45,
  'patient.sex': 'male',
  'neuro.red_flags': ['none'],
  medications: [],
  supplements: [],
  'bleeding.disorders': ['none'],
  'bleeding.history': ['none'],
  'bleeding.new_unexplained': false,
  'diabetes.type': 'none',
  'infection.active': false,
  'infection.site_skin': false,
  'infection.antibiotics': 'none',
  'infection.temperature_c': 36.7,
  'vaccine.kind': 'none',
  'health.conditions': ['none'],
  'health.events': ['none'],
  'allergy.contrast': 'none',
  'allergy.local_anesthetic': 'none',
  'allergy.steroid': 'none',
  'allergy.antiseptic': 'none',
  'allergy.latex': 'none',
  'steroid.injections_last_12_months': 0,
  'last_meal.kind': 'none',
  'last_drink.kind': 'none',
  'blood_pressure.systolic': 128,
  'blood_pressure.diastolic': 78,
  'diabetes.hba1c_percent': 6.4,
  'diabetes.glucose_mg_dl': 120,
  'diabetes.symptoms': ['none'],
  'diabetes.insulin_plan': true,
  'diabetes.stopped_all_insulin': false,
  'glp1.symptoms': 'none',
  'glp1.dose_raised_last_4_weeks': false,
  'heart_failure.worse_now': false,
  'sleep_apnea.cpap_nightly': true,
  'bleeding.platelets_falling': false,
  'pregnancy.status': 'not-possible',
  'pain.usual_present': true,
  'consent.able': true,
  'driver.arranged': true,
  can_lie_prone: true,
};

const FIXED = new Set(['id', 'procedure.at', 'screened_at']);

/** Valid answers of invented patients: mostly healthy, any question answered in any way, on the day or ahead of it. */
export const generatedIntake: fc.Arbitrary<RawIntake> = fc
  .tuple(fc.constantFrom(0, 0, 1, 3, 5, 8, 14), fc.boolean())
  .chain(([ahead, complete]) => {
    const own: Record<string, fc.Arbitrary<unknown>> = {};
    for (const question of shipped.ruleSet.questions) {
      if (FIXED.has(question.id)) continue;
      const any = answer(question, ahead);
      const usual = HEALTHY[question.id];
      if (usual !== undefined)
        own[question.id] = fc.oneof(
          { weight: 80, arbitrary: fc.constant(usual) },
          { weight: 1, arbitrary: any },
        );
      else
        own[question.id] = fc.oneof(
          { weight: complete ? 40 : 4, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: any },
        );
    }
    own['medications'] = fc.array(medicine(ahead), { maxLength: 3 });
    own['procedure.type'] = answer(typeQuestion(), ahead);
    return fc.record(own).map((answers) => ({
      id: 'GENERATED-1',
      'procedure.at': `${PROCEDURE_DAY}T09:00`,
      screened_at: ahead === 0 ? `${PROCEDURE_DAY}T07:30` : `${isoDay(-ahead)}T10:00`,
      ...inOrder(answers),
    }));
  });

/** Of two numbers that have an order, the lower as the lower. */
function inOrder(answers: RawIntake): RawIntake {
  const ordered = { ...answers };
  for (const question of shipped.ruleSet.questions) {
    const above = question.type === 'number' ? question.less_than : undefined;
    const [low, high] = [answers[question.id], answers[above ?? '']];
    if (above === undefined || typeof low !== 'number' || typeof high !== 'number') continue;
    ordered[question.id] = low === high ? null : Math.min(low, high);
    ordered[above] = Math.max(low, high);
  }
  return ordered;
}

function typeQuestion(): Question {
  const question = shipped.ruleSet.questions.find(({ id }) => id === 'procedure.type');
  if (!question) throw new Error('the rules ask for no procedure');
  return question;
}

/** The healthy patient of the generator, on the day, with answers laid over. */
export function healthyWith(given: RawIntake): RawIntake {
  return {
    id: 'GENERATED-1',
    'procedure.type': 'cervical-transforaminal-epidural',
    'procedure.at': `${PROCEDURE_DAY}T09:00`,
    screened_at: `${PROCEDURE_DAY}T07:30`,
    ...HEALTHY,
    ...given,
  };
}
