/** An export of invented patients: most healthy, on up to four medicines, over two weeks of procedures. */
import { closeSync, openSync, writeSync } from 'node:fs';

const MEDICINES = [
  'Eliquis 5 mg bid @ {dose} for atrial-fibrillation',
  'Xarelto 20 mg @ {dose} agreed',
  'warfarin 5 mg @ {dose}',
  'Plavix 75 mg @ {dose} for stent',
  'aspirin 81 mg @ {dose}',
  'ibuprofen 400 mg @ {dose}',
  'naproxen 500 mg bid @ {dose}',
  'sertraline 50 mg',
  'Ozempic weekly @ {dose}',
  'metformin 500 mg bid',
  'Jardiance 10 mg @ {dose} agreed',
  'metoprolol succinate 50 mg daily',
  'lisinopril 10 mg',
  'atorvastatin 40 mg qhs',
  'omeprazole 20 mg',
  'levothyroxine 88 mcg',
  'gabapentin 300 mg tid',
  'amlodipine 5 mg',
  'albuterol inhaler prn',
  'tramadol 50 mg prn',
  'blood pressure pill',
];
const SUPPLEMENTS = [
  'fish oil',
  'vitamin D 2000 IU',
  'garlic @ {dose}',
  'turmeric',
  'multivitamin',
];
const PROCEDURES = [
  'cervical-interlaminar-epidural',
  'cervical-transforaminal-epidural',
  'cervical-facet-injection',
  'cervical-medial-branch-block',
  'cervical-radiofrequency-ablation',
];
const MONDAY = Date.UTC(2026, 10, 30);
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Draws for one patient: the same for a row on every run, and alike in no two rows. */
class Draws {
  #state: number;

  constructor(row: number) {
    this.#state = Math.imul(row + 1, 0x9e37_79b1);
  }

  below(count: number): number {
    this.#state = (this.#state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  }

  once(inSoMany: number): boolean {
    return this.below(inSoMany) === 0;
  }

  of(values: readonly string[]): string {
    return values[this.below(values.length)] ?? '';
  }
}

function local(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16);
}

/** Up to four of a list, each with a last dose in the five days before the screening. */
function list(from: readonly string[], most: number, screened: number, draws: Draws): string {
  const texts = Array.from({ length: draws.below(most + 1) }, () =>
    draws
      .of(from)
      .replace('{dose}', local(screened - (2 + draws.below(120)) * HOUR).replace('T', ' ')),
  );
  return texts.join('; ') || 'none';
}

/** The answers of one patient, by column. */
function patient(row: number): Readonly<Record<string, string>> {
  const draws = new Draws(row);
  const procedure =
    MONDAY + (draws.below(2) * 7 + draws.below(4)) * DAY + (16 + draws.below(16)) * (HOUR / 2);
  const screened = procedure - (20 + draws.below(200)) * HOUR - draws.below(60) * 60_000;
  const age = 18 + draws.below(70);
  const isFemale = draws.once(2);
  const isDiabetic = draws.once(7);
  const hasApnea = draws.once(12);
  return {
    id: `P-${row}`,
    'patient.age_years': String(age),
    'patient.sex': isFemale ? 'female' : 'male',
    'procedure.type': draws.of(PROCEDURES),
    'procedure.at': local(procedure),
    screened_at: local(screened),
    medications: list(MEDICINES, 4, screened, draws),
    supplements: draws.once(3) ? list(SUPPLEMENTS, 2, screened, draws) : 'none',
    'bleeding.disorders': draws.once(60) ? 'von-willebrand' : 'none',
    'bleeding.history': draws.once(15) ? 'bruising' : 'none',
    'bleeding.new_unexplained': draws.once(80) ? 'yes' : 'no',
    'diabetes.type': isDiabetic ? 'type-2' : 'none',
    'diabetes.hba1c_percent': isDiabetic ? (5.8 + draws.below(40) / 10).toFixed(1) : '',
    'diabetes.hba1c_on': isDiabetic ? local(screened - draws.below(150) * DAY).slice(0, 10) : '',
    'infection.active': draws.once(50) ? 'yes' : 'no',
    'infection.site_skin': 'no',
    'infection.antibiotics': 'none',
    'vaccine.kind': 'none',
    'health.conditions': hasApnea ? 'sleep-apnea' : 'none',
    'sleep_apnea.cpap_nightly': hasApnea ? 'yes' : '',
    'health.events': 'none',
    'allergy.contrast': draws.once(30) ? 'mild' : 'none',
    'allergy.local_anesthetic': 'none',
    'allergy.steroid': 'none',
    'allergy.antiseptic': 'none',
    'allergy.latex': draws.once(40) ? 'mild' : 'none',
    'pregnancy.status': isFemale && age <= 55 ? 'not-possible' : '',
    'steroid.injections_last_12_months': '0',
    'neuro.red_flags': draws.once(100) ? 'hand-clumsiness' : 'none',
    'consent.able': 'yes',
    'driver.arranged': draws.once(20) ? 'unknown' : 'yes',
    can_lie_prone: 'yes',
  };
}

/** An export of so many patients, in the columns of the questionnaire. */
export function writeRows(path: string, count: number): void {
  const file = openSync(path, 'w');
  writeSync(file, `${Object.keys(patient(0)).join(',')}\n`);
  for (let row = 0; row < count; row += 1)
    writeSync(file, `${Object.values(patient(row)).join(',')}\n`);
  closeSync(file);
}
