import { FORMS, FREQUENCIES, REGIMENS, ROUTES } from '../medicines/ways-of-taking.ts';
import { MEDICINE_FIELDS, type MedicineField, type RuleSet, SCREENING_DAY } from './rule-set.ts';
import type { Question } from './schema/question.ts';

/** What sort of answer a fact holds, and its choices if there are. `name`: one of the formulary, or of a table. */
export interface FactKind {
  readonly type: Question['type'] | 'name';
  readonly choices?: readonly string[];
}

/** What a medicine can be taken for. */
export const REASONS = [
  ...([
    'atrial-fibrillation',
    'mechanical-valve',
    'stent',
    'heart-attack',
    'stroke-or-tia',
    'clot',
  ] as const),
  ...([
    'peripheral-artery',
    'primary-prevention',
    'pain',
    'diabetes',
    'heart-failure',
    'weight',
  ] as const),
  ...(['mood', 'other'] as const),
];

const YES_NO: FactKind = { type: 'yes-no' };
const NAME: FactKind = { type: 'name' };

const MEDICINE_KINDS: Readonly<Record<MedicineField, FactKind>> = {
  class: NAME,
  ingredient: NAME,
  in_table: NAME,
  recognised: YES_NO,
  over_the_counter: YES_NO,
  last_taken: { type: 'date-time' },
  still_taking: YES_NO,
  taken_for: { type: 'choice', choices: REASONS },
  prescriber_agrees: YES_NO,
  route: { type: 'choice', choices: ROUTES },
  regimen: { type: 'choice', choices: REGIMENS },
  form: { type: 'choice', choices: FORMS },
  frequency: { type: 'choice', choices: FREQUENCIES },
  dose_units: { type: 'number' },
  dose_mg: { type: 'number' },
};

/** Every fact that a condition may test: questions, definitions, lookups, the screening day, and what is told of a medicine. */
export function factKinds(ruleSet: RuleSet): Map<string, FactKind> {
  const kinds = new Map<string, FactKind>();
  for (const question of ruleSet.questions) {
    const choices = 'choices' in question ? { choices: Object.keys(question.choices) } : {};
    kinds.set(question.id, { type: question.type, ...choices });
  }
  for (const { id } of ruleSet.definitions) kinds.set(id, YES_NO);
  for (const { id, choices } of ruleSet.lookups) kinds.set(id, { type: 'choice', choices });
  kinds.set(SCREENING_DAY, { type: 'choice', choices: ['before', 'on-the-day'] });
  for (const field of MEDICINE_FIELDS) kinds.set(field, MEDICINE_KINDS[field]);
  return kinds;
}
