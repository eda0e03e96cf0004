import type { RuleSet } from './rule-set.ts';

/** A sentence that a patient reads, and where it was declared. */
export interface PatientText {
  readonly text: string;
  readonly key: string;
}

/** Everything of the rules that can stand on a patient's paper, with its slots still open. */
export function patientTexts({ rules, plans, sheet, questions }: RuleSet): PatientText[] {
  const told = rules.flatMap(({ id, instructions = [] }) =>
    instructions
      .filter((each) => each.for === 'patient')
      .map(({ text }) => ({ text, key: `rules:${id}` })),
  );
  const type = questions.find(({ id }) => id === 'procedure.type');
  const procedures = type && 'choices' in type ? Object.values(type.choices) : [];
  return [
    ...told,
    ...Object.values(plans)
      .filter((plan) => plan.for === 'patient')
      .map(({ text }) => ({ text, key: 'parts:plans' })),
    ...Object.values(sheet).map((text) => ({ text, key: 'parts:sheet' })),
    ...procedures.map((text) => ({ text, key: 'questions:procedure.type' })),
  ];
}
