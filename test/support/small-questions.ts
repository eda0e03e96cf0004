import type { RuleSet } from '../../src/rules/rule-set.ts';
import type { Question } from '../../src/rules/schema/question.ts';
import { smallRuleSet } from './small-rules.ts';

/** A question of every type, with what makes an intake valid. */
export const QUESTIONS: RuleSet = smallRuleSet(`
questions:
  - {id: id, section: s, ask: words, need: required, type: text}
  - {id: screened_at, section: s, ask: words, need: optional, type: date-time, direction: any}
  - {id: procedure.type, section: s, ask: words, need: required, type: choice, choices: {injection: I, block: B}}
  - {id: procedure.at, section: s, ask: words, need: required, type: date-time, direction: any}
  - {id: procedure.sedation, section: s, ask: words, need: optional, type: yes-no}
  - {id: diabetes.type, section: s, ask: words, need: required, type: choice, choices: {none: N, type-1: One, type-2: Two}}
  - id: diabetes.hba1c_percent
    section: s
    ask: words
    need: optional
    type: number
    unit: "%"
    between: [3, 20]
    slip: Probably in mmol/mol.
  - {id: diabetes.hba1c_on, section: s, ask: words, need: optional, type: date, direction: past}
  - id: diabetes.glucose_mg_dl
    section: s
    ask: words
    need: optional
    type: number
    unit: mg/dL
    between: [20, 1000]
    also: [{unit: mmol/L, multiply: 18}]
  - id: temperature_c
    section: s
    ask: words
    need: optional
    type: number
    unit: C
    between: [30, 44]
    also: [{unit: F, multiply: 0.5555555555555556, add: -17.77777777777778}]
  - {id: injections, section: s, ask: words, need: optional, type: number, between: [0, 50], whole: true}
  - id: signs
    section: s
    ask: words
    need: optional
    type: list
    choices: {none: None, fever: Fever, stiff-neck: Stiff neck}
  - {id: last_meal.at, section: s, ask: words, need: optional, type: date-time, direction: any}
  - {id: last_alcohol_at, section: s, ask: words, need: optional, type: date-time, direction: past}
  - {id: surgery_on, section: s, ask: words, need: optional, type: date, direction: future}
  - {id: medications, section: s, ask: words, need: required, type: medicines}
  - {id: supplements, section: s, ask: words, need: required, type: medicines}
`);

/** One of the questions, as the type that it is. */
export function question<T extends Question['type']>(
  id: string,
  type: T,
): Extract<Question, { type: T }> {
  const found = QUESTIONS.questions.find((each) => each.id === id);
  if (found?.type !== type) throw new Error(`no question ${id} of the type ${type}`);
  return found as Extract<Question, { type: T }>;
}
