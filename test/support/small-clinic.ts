/** Rule sets of a few lines, in force at a small clinic: what the tests of the engine decide by. */
import type { Condition } from '../../src/rules/condition.ts';
import { type CompiledRules, compileRules } from '../../src/rules/compile.ts';
import { readSite } from '../../src/rules/read-site.ts';
import { conditions } from '../../src/rules/schema/condition.ts';
import type { Context, ScreenedMedicine } from '../../src/evaluation/context.ts';
import type { ScreenResult } from '../../src/evaluation/result.ts';
import { contextOf, screen, type Screener, screener } from '../../src/evaluation/screen.ts';
import type { Intake } from '../../src/intake/answers.ts';
import { readIntake } from '../../src/intake/read-intake.ts';
import { Recogniser } from '../../src/medicines/recogniser.ts';
import type { SourceText } from '../../src/source/diagnostic.ts';
import { places } from './places.ts';
import { smallVocabulary } from './small-formulary.ts';
import { SHEET } from './small-rules.ts';
import { SITE } from './small-site.ts';

/** What a test adds to the rule set, in the keys of the rule files; what every rule or question has is filled in. */
export interface RuleParts {
  readonly questions?: readonly Part[];
  readonly chart?: readonly Part[];
  readonly rules?: readonly Part[];
  readonly definitions?: readonly Part[];
  readonly tables?: readonly Part[];
  readonly sources?: readonly Part[];
  readonly lookups?: readonly Part[];
  readonly parameters?: readonly Part[];
  readonly cases?: readonly Part[];
  readonly translations?: readonly Part[];
  readonly healthy?: Part;
}

type Part = Readonly<Record<string, unknown>>;

const HEADER = `
set: {id: small, version: 1.0.0, title: Small rules}
sections: [{id: s, title: Section}]
wording:
  not_asked: "Not asked: {question}"
  not_answered: "Not answered: {question}"
  cannot_tell: "{rule} cannot be decided without {lacks}."
  ask_now: Ask it.
  ask_physician: Tell the physician.
  confirm_last_dose: "Confirm {medicine} by {last_dose_by}."
  not_agreed: "{medicine} is not agreed."
  ask_prescriber: ask the prescriber
  last_dose_contradicted: '{medicine}: {written}'
  ask_last_dose: Ask when.
plans:
  keep: {for: patient, text: "Keep taking {medicine} until we call."}
  pause: {for: patient, text: "Last dose of {medicine} by {last_dose_by}."}
  ask-prescriber: {for: patient, text: "Ask whether the last dose of {medicine} can be by {last_dose_by}."}
${SHEET}sources:
  - {id: book, authors: A. Author, year: 2020, title: A book, published_in: A press, checked: read}
  - {id: label, authors: A. Maker, year: 2021, title: A label, checked: read}
questions:
  - {id: id, section: s, type: text, ask: Which number?, need: required}
  - id: procedure.type
    section: s
    type: choice
    ask: Which procedure?
    need: required
    choices: {injection: An injection, ablation: An ablation}
  - {id: procedure.at, section: s, type: date-time, direction: future, ask: When?, need: required}
  - {id: procedure.sedation, section: s, type: yes-no, ask: With sedation?, need: optional}
  - {id: screened_at, section: s, type: date-time, direction: any, ask: Screened when?, need: optional}
  - {id: patient.age_years, section: s, type: number, between: [0, 120], ask: How old?, need: optional}
  - {id: medications, section: s, type: medicines, ask: Which medicines?, need: optional}
  - {id: supplements, section: s, type: medicines, ask: Which supplements?, need: optional}
`;

/** A Tuesday morning; the clinic of the small site opens at 8 and closes at 12, and again from 13 to 16. */
export const PROCEDURE_AT = '2026-11-24T09:00';

/** Screened two hours before the procedure. */
export const ON_THE_DAY = { screened_at: '2026-11-24T07:00' };

/** Screened a week before the procedure, at the same hour. */
export const A_WEEK_AHEAD = { screened_at: '2026-11-17T09:00' };

/** The parts as files of a rules folder. */
export function ruleFiles(parts: RuleParts): readonly SourceText[] {
  const cited = { sources: [{ id: 'book', section: 'p. 1' }], evidence: 'guideline' };
  const grounds = { ...cited, review_by: '2027-01-01' };
  const fill = (of: readonly Part[] | undefined, usual: (id: string) => Part): Part[] | undefined =>
    of?.map((each) => ({ id: each['id'], ...usual(String(each['id'])), ...each }));
  const titled = (usual: Part) => (id: string) => ({ title: id, ...usual });
  const filled = {
    ...parts,
    questions: fill(parts.questions, (id) => ({ section: 's', ask: `${id}?`, need: 'optional' })),
    definitions: fill(parts.definitions, titled(grounds)),
    tables: fill(parts.tables, titled(cited)),
    lookups: fill(parts.lookups, titled({})),
    parameters: fill(parts.parameters, titled({ source: 'policy' })),
    rules: fill(parts.rules, (id) => ({
      title: id,
      says: id,
      outcome: 'hold',
      message: `${id}.`,
      examples: [],
      ...grounds,
    })),
  };
  // JSON is YAML, so each part keeps the form that it has in the test.
  return [
    { file: 'header.yaml', text: HEADER },
    { file: 'rules.yaml', text: JSON.stringify(filled, null, 1) },
  ];
}

export function compileParts(parts: RuleParts): CompiledRules {
  const compiled = compileRules(ruleFiles(parts));
  if (!compiled.ok)
    throw new Error(
      compiled.diagnostics.map(({ message }) => message).join('\n') ||
        places(compiled.diagnostics).join('\n'),
    );
  return compiled.value;
}

/** The rules in force at the small clinic, with its medicines. */
export function clinic(parts: RuleParts, site: string = SITE): Screener {
  const { ruleSet } = compileParts(parts);
  const read = readSite({ file: 'clinic.yaml', text: site }, ruleSet);
  if (!read.ok) throw new Error(places(read.diagnostics).join('\n'));
  return screener(ruleSet, new Recogniser(smallVocabulary), read.value, 'sha256:small');
}

export type Given = Readonly<Record<string, unknown>>;

/** The answers of one patient, screened on the day unless they say otherwise. */
function intakeOf(given: Given, { prepared, zone }: Screener): Intake {
  const raw = {
    id: 'A-1',
    'procedure.type': 'injection',
    'procedure.at': PROCEDURE_AT,
    ...ON_THE_DAY,
    ...given,
  };
  const reading = readIntake(raw, prepared.ruleSet, { zone, asOf: undefined, now: 0 });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.intake;
}

export function decide(given: Given, rules: Screener): ScreenResult {
  return screen(intakeOf(given, rules), rules);
}

export function patient(given: Given, rules: Screener = clinic({})): Context {
  return contextOf(intakeOf(given, rules), rules);
}

/** A patient's first medicine. */
export function firstOf({ medicines }: Context): ScreenedMedicine {
  const [first] = medicines;
  if (!first) throw new Error('the patient takes nothing');
  return first;
}

/** Conditions as they stand under `when:`. */
export function condition(...lines: readonly Part[]): Condition {
  return conditions.parse(lines);
}
