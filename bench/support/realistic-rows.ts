import { closeSync, openSync, writeSync } from 'node:fs';

const MEDICINES = [
  'Eliquis 5 mg bid @ 2026-11-18 for atrial-fibrillation',
  'metoprolol 25 mg',
  'aspirin 81 mg @ 2026-11-17',
  'fish oil',
  'lisinopril 10 mg',
  'Ozempic weekly',
  'metformin 500 mg bid',
  'ibuprofen 400 mg @ 2026-11-19',
  'sertraline 50 mg',
  'blood pressure pill',
];

/** Columns of the questionnaire, with what an intake has there, by the number of its row. */
const COLUMNS: Readonly<Record<string, (row: number) => string>> = {
  id: (row) => `P-${row}`,
  'patient.age_years': (row) => String(25 + ((row * 7) % 60)),
  'patient.sex': (row) => (row % 2 === 0 ? 'female' : 'male'),
  'procedure.type': (row) =>
    [
      'cervical-facet-injection',
      'cervical-transforaminal-epidural',
      'cervical-medial-branch-block',
    ][row % 3] ?? '',
  'procedure.at': (row) =>
    `2026-11-24T${String(8 + (row % 8)).padStart(2, '0')}:${row % 2 === 0 ? '00' : '30'}`,
  screened_at: (row) => `2026-11-20T${String(9 + (row % 6)).padStart(2, '0')}:15`,
  medications: (row) =>
    [0, 1, 2]
      .slice(0, row % 4)
      .map((each) => MEDICINES[(row + each * 3) % MEDICINES.length])
      .join('; ') || 'none',
  supplements: (row) => (row % 5 === 0 ? 'garlic; vitamin D' : 'none'),
  'bleeding.disorders': () => 'none',
  'bleeding.history': (row) => (row % 11 === 0 ? 'bruising' : 'none'),
  'bleeding.new_unexplained': () => 'no',
  'diabetes.type': (row) => (row % 6 === 0 ? 'type-2' : 'none'),
  'diabetes.hba1c_percent': (row) => (row % 6 === 0 ? '7.1' : ''),
  'diabetes.hba1c_on': (row) => (row % 6 === 0 ? '2026-10-01' : ''),
  'infection.active': () => 'no',
  'infection.site_skin': () => 'no',
  'infection.antibiotics': () => 'none',
  'vaccine.kind': () => 'none',
  'health.conditions': (row) => (row % 9 === 0 ? 'sleep-apnea' : 'none'),
  'sleep_apnea.cpap_nightly': (row) => (row % 9 === 0 ? 'yes' : ''),
  'health.events': () => 'none',
  'allergy.contrast': () => 'none',
  'allergy.local_anesthetic': () => 'none',
  'allergy.steroid': () => 'none',
  'allergy.antiseptic': () => 'none',
  'allergy.latex': () => 'none',
  'pregnancy.status': (row) => (row % 2 === 0 ? 'not-possible' : ''),
  'steroid.injections_last_12_months': () => '0',
  'neuro.red_flags': () => 'none',
  'consent.able': () => 'yes',
  'driver.arranged': (row) => (row % 13 === 0 ? 'unknown' : 'yes'),
  can_lie_prone: () => 'yes',
};

/** An export of so many patients, in the columns of the questionnaire. */
export function writeRows(path: string, count: number): void {
  const file = openSync(path, 'w');
  writeSync(file, `${Object.keys(COLUMNS).join(',')}\n`);
  for (let row = 0; row < count; row += 1) {
    writeSync(
      file,
      `${Object.values(COLUMNS)
        .map((value) => value(row))
        .join(',')}\n`,
    );
  }
  closeSync(file);
}
