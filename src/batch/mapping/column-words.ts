/** What exports often call the columns of our questions, letters and digits only. */
const COLUMN_WORDS: Readonly<Record<string, string>> = {
  mrn: 'id',
  id: 'id',
  chart: 'id',
  chartno: 'id',
  chartnumber: 'id',
  medicalrecordnumber: 'id',
  patid: 'id',
  patno: 'id',
  patientno: 'id',
  patientnumber: 'id',
  ptno: 'id',
  accountno: 'id',
  caseid: 'id',
  encounterid: 'id',
  appointmentid: 'id',
  visitid: 'id',
  csn: 'id',
  age: 'patient.age_years',
  dob: 'patient.age_years',
  dateofbirth: 'patient.age_years',
  birthdate: 'patient.age_years',
  sex: 'patient.sex',
  sexatbirth: 'patient.sex',
  gender: 'patient.sex',
  procedure: 'procedure.type',
  proceduretype: 'procedure.type',
  procedurename: 'procedure.type',
  procedurecode: 'procedure.type',
  proceduredescription: 'procedure.type',
  visittype: 'procedure.type',
  appttype: 'procedure.type',
  appointmenttype: 'procedure.type',
  proceduredate: 'procedure.at',
  proceduredatetime: 'procedure.at',
  dateofprocedure: 'procedure.at',
  surgerydate: 'procedure.at',
  apptdate: 'procedure.at',
  apptstart: 'procedure.at',
  appointmentstart: 'procedure.at',
  apptdatetime: 'procedure.at',
  appt: 'procedure.at',
  appointment: 'procedure.at',
  appointmentdate: 'procedure.at',
  appointmentdatetime: 'procedure.at',
  scheduleddate: 'procedure.at',
  visitdate: 'procedure.at',
  dateofservice: 'procedure.at',
  datetime: 'procedure.at',
  dos: 'procedure.at',
  screened: 'screened_at',
  screenedon: 'screened_at',
  screeningdate: 'screened_at',
  screendate: 'screened_at',
  screeneddate: 'screened_at',
  datescreened: 'screened_at',
  calldate: 'screened_at',
  sedation: 'procedure.sedation',
  meds: 'medications',
  medication: 'medications',
  medicines: 'medications',
  medicationlist: 'medications',
  medlist: 'medications',
  prescriptions: 'medications',
  homemedications: 'medications',
  supplement: 'supplements',
  otc: 'supplements',
  otcs: 'supplements',
  otcsupplements: 'supplements',
  otcmeds: 'supplements',
  vitamins: 'supplements',
  a1c: 'diabetes.hba1c_percent',
  hba1c: 'diabetes.hba1c_percent',
  hgba1c: 'diabetes.hba1c_percent',
  a1cdate: 'diabetes.hba1c_on',
  hba1cdate: 'diabetes.hba1c_on',
  diabetes: 'diabetes.type',
  diabetic: 'diabetes.type',
  diabetestype: 'diabetes.type',
  glucose: 'diabetes.glucose_mg_dl',
  inr: 'bleeding.inr',
  inrdate: 'bleeding.inr_on',
  platelets: 'bleeding.platelets_k_per_ul',
  platelet: 'bleeding.platelets_k_per_ul',
  plateletcount: 'bleeding.platelets_k_per_ul',
  crcl: 'kidney.crcl_ml_min',
  temp: 'infection.temperature_c',
  tempf: 'infection.temperature_c',
  tempc: 'infection.temperature_c',
  temperature: 'infection.temperature_c',
  sbp: 'blood_pressure.systolic',
  dbp: 'blood_pressure.diastolic',
  systolic: 'blood_pressure.systolic',
  diastolic: 'blood_pressure.diastolic',
  driver: 'driver.arranged',
  ride: 'driver.arranged',
  ridehome: 'driver.arranged',
  driverhome: 'driver.arranged',
  latex: 'allergy.latex',
  latexallergy: 'allergy.latex',
  allergictolatex: 'allergy.latex',
  contrastallergy: 'allergy.contrast',
  pregnant: 'pregnancy.status',
  pregnancy: 'pregnancy.status',
};

/** What a name is begun with for short: `Proc Date`. */
const SHORT = /^proc(?!edure)/;

/** What stands before a word without changing it: `Legal Sex`, `Outpatient Medications`. */
const BEFORE = /^(?:patients?|pt|legal|current|outpatient|mostrecent|latest|last)/;

/** Columns that hold the hour of a date that stands in another. */
const HOUR = /^(?:procedure|appt|appointment|visit|surgery|scheduled)?(?:start)?time$/;
const BIRTH = /^(?:dob|dateofbirth|birthdate)$/;
const PRESSURE = /^(?:bp|bloodpressure)$/;
const NAME = /^(?:patient|name|fullname)$/;

/** What exports call the parts of a medicine, letters and digits only. */
const MEDICINE_WORDS: Readonly<Record<string, string>> = {
  '': 'name',
  name: 'name',
  med: 'name',
  medication: 'name',
  medicationname: 'name',
  medicine: 'name',
  drug: 'name',
  drugname: 'name',
  description: 'name',
  dose: 'dose',
  strength: 'dose',
  sig: 'dose',
  route: 'route',
  lasttaken: 'last_taken',
  last: 'last_taken',
  lastdate: 'last_taken',
  laston: 'last_taken',
  lastdose: 'last_taken',
  lastdosedate: 'last_taken',
  lasttakendate: 'last_taken',
  active: 'still_taking',
  stilltaking: 'still_taking',
  taking: 'still_taking',
  status: 'still_taking',
  takenfor: 'taken_for',
  indication: 'taken_for',
  reason: 'taken_for',
  prescriberagrees: 'prescriber_agrees',
  list: 'list',
};

const NUMBERED = /^(?:med|medication|medicine|drug|rx)\s*#?\s*(\d+)\b(.*)$/i;

/** What a column seems to be for, by its name. */
export type Meaning =
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'hour' | 'name' | 'pressure' }
  /** A field of the medicine of that number. */
  | { readonly kind: 'medicine'; readonly number: string; readonly field: string };

export function meaningOf(column: string, facts: ReadonlySet<string>): Meaning | undefined {
  const [, number, rest = ''] = NUMBERED.exec(column.trim()) ?? [];
  if (number !== undefined) {
    const field = MEDICINE_WORDS[plain(rest)];
    return field === undefined ? undefined : { kind: 'medicine', number, field };
  }
  const whole = plain(column).replace(SHORT, 'procedure');
  for (const word of new Set([whole, whole.replace(BEFORE, '')])) {
    const fact = [...facts].find((each) => plain(each) === word) ?? COLUMN_WORDS[word];
    if (fact !== undefined && facts.has(fact)) return { kind: 'fact', fact };
    if (HOUR.test(word)) return { kind: 'hour' };
    if (PRESSURE.test(word)) return { kind: 'pressure' };
    if (NAME.test(word)) return { kind: 'name' };
  }
  return undefined;
}

/** Whether a column seems to hold dates of birth, which are told as ages. */
export function isBirth(column: string): boolean {
  return BIRTH.test(plain(column).replace(BEFORE, ''));
}

/** What a column of a file with one medicine a row seems to hold. */
export function medicineField(column: string): string | undefined {
  const word = plain(column);
  const isId = /^patient(?:id)?$/.test(word) || COLUMN_WORDS[word] === 'id';
  return isId ? 'id' : MEDICINE_WORDS[word];
}

export function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
