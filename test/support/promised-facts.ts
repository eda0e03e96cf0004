/** The facts that the product promises: names, types and choices. They are keys in everybody's files. */

export interface PromisedFact {
  readonly type:
    | 'text'
    | 'number'
    | 'yes-no'
    | 'choice'
    | 'list'
    | 'date'
    | 'date-time'
    | 'medicines';
  readonly choices?: readonly string[];
}

const text: PromisedFact = { type: 'text' };
const number: PromisedFact = { type: 'number' };
const yesNo: PromisedFact = { type: 'yes-no' };
const date: PromisedFact = { type: 'date' };
const dateTime: PromisedFact = { type: 'date-time' };
const medicines: PromisedFact = { type: 'medicines' };

function choice(words: string): PromisedFact {
  return { type: 'choice', choices: words.split(' ') };
}

function list(words: string): PromisedFact {
  return { type: 'list', choices: words.split(' ') };
}

const REACTION = choice('none side-effect mild severe unclear');

export const PROMISED_FACTS: Readonly<Record<string, PromisedFact>> = {
  id: text,
  screened_at: dateTime,
  'patient.age_years': number,
  'patient.sex': choice('female male other'),
  'procedure.type': choice(
    'cervical-interlaminar-epidural cervical-transforaminal-epidural cervical-facet-injection cervical-medial-branch-block cervical-radiofrequency-ablation',
  ),
  'procedure.at': dateTime,
  'procedure.sedation': yesNo,
  'procedure.steroid': yesNo,
  'procedure.contrast': yesNo,
  'diabetes.type': choice('none type-1 type-2 other'),
  'diabetes.hba1c_percent': number,
  'diabetes.hba1c_on': date,
  'diabetes.glucose_mg_dl': number,
  'diabetes.symptoms': list(
    'none vomiting nausea-or-belly-pain fast-breathing drowsy-or-confused shaky ketones',
  ),
  'diabetes.insulin_plan': yesNo,
  'diabetes.stopped_all_insulin': yesNo,
  'diabetes.sensor_near_neck': yesNo,
  'glp1.symptoms': choice('none mild severe'),
  'glp1.dose_raised_last_4_weeks': yesNo,
  'glp1.liquid_diet_agreed': yesNo,
  'bleeding.disorders': list(
    'none hemophilia-a hemophilia-b hemophilia-carrier von-willebrand platelet-disorder thrombocytopenia other',
  ),
  'bleeding.history': list(
    'none bruising treated-bleeding heavy-periods surgical-bleeding dental-bleeding childbirth-bleeding family-disorder',
  ),
  'bleeding.new_unexplained': yesNo,
  'bleeding.platelets_k_per_ul': number,
  'bleeding.platelets_on': date,
  'bleeding.platelets_falling': yesNo,
  'bleeding.inr': number,
  'bleeding.inr_on': date,
  'kidney.crcl_ml_min': number,
  'health.conditions': list(
    'none dialysis cirrhosis antiphospholipid active-cancer heart-failure sleep-apnea glaucoma pacemaker-or-icd immune-suppression gastroparesis mechanical-valve other-valve prior-neck-surgery',
  ),
  'health.events': list('none heart-attack stroke-or-tia clot stent'),
  'health.heart_attack_on': date,
  'health.stroke_on': date,
  'health.clot_on': date,
  'health.stent_on': date,
  'health.neck_surgery_planned_on': date,
  'health.cha2ds2_vasc': number,
  'heart_failure.worse_now': yesNo,
  'sleep_apnea.cpap_nightly': yesNo,
  medications: medicines,
  supplements: medicines,
  'last_meal.kind': choice('none light heavy'),
  'last_meal.at': dateTime,
  'last_drink.kind': choice('none clear milk pulp-juice sip-with-tablet sugar-for-low'),
  'last_drink.at': dateTime,
  last_alcohol_at: dateTime,
  'infection.temperature_c': number,
  'infection.active': yesNo,
  'infection.site_skin': yesNo,
  'infection.antibiotics': choice('none current long-term finished'),
  'infection.antibiotics_finished_on': date,
  'infection.covid_on': date,
  'infection.covid_symptoms_now': yesNo,
  'vaccine.kind': choice('none covid-mrna covid-adenoviral live other'),
  'vaccine.on': date,
  'allergy.contrast': choice('none unrelated physiologic mild moderate severe unspecified-iodine'),
  'allergy.local_anesthetic': REACTION,
  'allergy.steroid': REACTION,
  'allergy.antiseptic': REACTION,
  'allergy.latex': REACTION,
  'pregnancy.status': choice('not-possible possible pregnant breastfeeding'),
  'steroid.injections_last_12_months': number,
  'steroid.last_injection_on': date,
  'steroid.last_injection_site': choice('cervical other'),
  'neuro.red_flags': list(
    'none hand-clumsiness unsteady-gait new-weakness electric-shocks cannot-walk bladder-bowel sudden-weakness fever-stiff-neck',
  ),
  'blood_pressure.systolic': number,
  'blood_pressure.diastolic': number,
  'blood_pressure.symptoms': yesNo,
  'consent.able': yesNo,
  'driver.arranged': yesNo,
  can_lie_prone: yesNo,
  'pain.usual_present': yesNo,
};

/** Required of everybody, on whatever day, when a steroid and contrast are planned, as they are unless said. */
export const REQUIRED = [
  'patient.age_years',
  'patient.sex',
  'diabetes.type',
  'bleeding.disorders',
  'bleeding.history',
  'bleeding.new_unexplained',
  'health.conditions',
  'health.events',
  'medications',
  'supplements',
  'infection.active',
  'infection.site_skin',
  'infection.antibiotics',
  'vaccine.kind',
  'allergy.contrast',
  'allergy.local_anesthetic',
  'allergy.steroid',
  'allergy.antiseptic',
  'allergy.latex',
  'steroid.injections_last_12_months',
  'neuro.red_flags',
  'consent.able',
  'driver.arranged',
  'can_lie_prone',
];

/** Required of everybody when screened on the day, and a check on the day before that. */
export const ON_THE_DAY = [
  'last_meal.kind',
  'last_drink.kind',
  'infection.temperature_c',
  'blood_pressure.systolic',
  'blood_pressure.diastolic',
];

/** Asked again on the day; the last two only of those whom they concern. */
export const ASKED_AGAIN = [
  'bleeding.new_unexplained',
  'infection.active',
  'infection.site_skin',
  'infection.antibiotics',
  'neuro.red_flags',
  'driver.arranged',
  'glp1.symptoms',
  'heart_failure.worse_now',
];

/** What each answer makes required besides, on whatever day, and on the day. */
export const REQUIRED_IF: readonly {
  readonly given: Readonly<Record<string, unknown>>;
  readonly always?: readonly string[];
  readonly onTheDay?: readonly string[];
}[] = [
  {
    given: { 'diabetes.type': 'type-2', 'diabetes.hba1c_percent': 7 },
    always: ['diabetes.hba1c_on'],
    onTheDay: ['diabetes.glucose_mg_dl', 'diabetes.symptoms'],
  },
  {
    given: { 'diabetes.type': 'other' },
    always: ['diabetes.hba1c_percent'],
    onTheDay: ['diabetes.glucose_mg_dl', 'diabetes.symptoms'],
  },
  {
    given: { 'diabetes.type': 'type-1' },
    always: ['diabetes.hba1c_percent'],
    onTheDay: ['diabetes.glucose_mg_dl', 'diabetes.symptoms', 'diabetes.stopped_all_insulin'],
  },
  { given: { medications: ['Lantus'] }, always: ['diabetes.insulin_plan'] },
  {
    given: { medications: ['Ozempic'] },
    always: ['glp1.symptoms', 'glp1.dose_raised_last_4_weeks'],
  },
  { given: { medications: ['Ozempic', 'Lantus'], 'procedure.sedation': false } },
  {
    given: { 'bleeding.disorders': ['thrombocytopenia'] },
    always: ['bleeding.platelets_k_per_ul', 'bleeding.platelets_falling'],
  },
  {
    given: { 'bleeding.disorders': ['thrombocytopenia'], 'bleeding.platelets_k_per_ul': 120 },
    always: ['bleeding.platelets_on', 'bleeding.platelets_falling'],
  },
  { given: { medications: ['warfarin'] }, onTheDay: ['bleeding.inr'] },
  { given: { medications: ['warfarin'], 'bleeding.inr': 1.1 }, onTheDay: ['bleeding.inr_on'] },
  { given: { 'health.events': ['heart-attack'] }, always: ['health.heart_attack_on'] },
  {
    given: { 'health.events': ['stroke-or-tia', 'stent'] },
    always: ['health.stroke_on', 'health.stent_on'],
  },
  { given: { 'health.events': ['clot'] }, always: ['health.clot_on'] },
  { given: { 'health.conditions': ['heart-failure'] }, always: ['heart_failure.worse_now'] },
  { given: { 'health.conditions': ['sleep-apnea'] }, always: ['sleep_apnea.cpap_nightly'] },
  { given: { 'health.conditions': ['sleep-apnea'], 'procedure.sedation': false } },
  { given: { 'last_meal.kind': 'light' }, onTheDay: ['last_meal.at'] },
  { given: { 'last_drink.kind': 'sugar-for-low' }, onTheDay: ['last_drink.at'] },
  { given: { 'infection.antibiotics': 'finished' }, always: ['infection.antibiotics_finished_on'] },
  { given: { 'infection.antibiotics': 'long-term' } },
  { given: { 'vaccine.kind': 'live' }, always: ['vaccine.on'] },
  { given: { 'patient.sex': 'female', 'patient.age_years': 12 }, always: ['pregnancy.status'] },
  { given: { 'patient.sex': 'other', 'patient.age_years': 55 }, always: ['pregnancy.status'] },
  { given: { 'patient.sex': 'female', 'patient.age_years': 56 } },
  { given: { 'patient.sex': 'male', 'patient.age_years': 30 } },
  {
    given: { 'steroid.injections_last_12_months': 1 },
    always: ['steroid.last_injection_on', 'steroid.last_injection_site'],
  },
  { given: { 'procedure.type': 'cervical-medial-branch-block' }, onTheDay: ['pain.usual_present'] },
];
