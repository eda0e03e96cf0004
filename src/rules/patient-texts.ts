import type { RuleBody, RuleSet } from './rule-set.ts';

/** A sentence that a patient reads, and where it was declared. */
export interface PatientText {
  readonly text: string;
  readonly key: string;
}

/** Everything of the rules that can stand on a patient's paper, with its slots still open. */
export function patientTexts({ rules, plans, sheet, questions }: RuleSet): PatientText[] {
  const told = rules.flatMap(({ id, instructions = [], ask_prescriber: asks }) =>
    [
      ...instructions.filter((each) => each.for === 'patient').map(({ text }) => text),
      ...(asks === undefined ? [] : [asks]),
    ].map((text) => ({ text, key: `rules:${id}` })),
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

/** What a patient is told of a medicine, in the words of the rule that speaks for the plan. */
export function planTexts(
  { plans }: Pick<RuleSet, 'plans'>,
  rule: Pick<RuleBody, 'ask_prescriber'> | undefined,
): RuleSet['plans'] {
  const text = rule?.ask_prescriber;
  return text === undefined ? plans : { ...plans, 'ask-prescriber': { for: 'patient', text } };
}
