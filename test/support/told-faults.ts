import { pointedAt } from './places.ts';
import { faultsOf } from './small-rules.ts';

/** A question of each type, parameters and a table: what the parts of rules may name. */
export const BASE = `
questions:
  - {id: steroid, section: s, ask: words, need: required, type: yes-no}
  - {id: kind, section: s, ask: words, need: required, type: choice, choices: {one: One, two: Two}}
  - {id: signs, section: s, ask: words, need: required, type: list, choices: {none: None, fever: Fever}}
  - {id: age, section: s, ask: words, need: required, type: number, between: [0, 120]}
  - {id: stent.on, section: s, ask: words, need: required, type: date, direction: past}
parameters:
  - {id: old, title: Old, value: 65, source: policy}
  - {id: long, title: Long, value: 3 months, source: policy}
tables:
  - id: holds
    title: Holds
    columns:
      hold: {type: duration, title: Hold}
      ask: {type: choice, title: Ask, choices: [always]}
      unlikely: {type: list, title: Unlikely, choices: [pain, mood]}
      note: {type: text, title: Note}
    sources: [{id: book, section: p. 1}]
    evidence: guideline
    rows:
      - {drug: something, values: {hold: 3 days, ask: always, unlikely: [pain]}}
`;

/** A rule with these parts, as a flow so that every column can be counted. */
export function rule(parts: string): string {
  const fixed =
    'title: T, says: It says, outcome: hold, message: m, evidence: label, review_by: 2027-01-01, examples: []';
  const sources = parts.includes('sources:') ? '' : ', sources: [{id: book, section: p. 1}]';
  return `rules:\n  - {id: r, ${parts}, ${fixed}${sources}}\n`;
}

/** Each fault with the words that it points at. */
export function told(text: string): string[] {
  return faultsOf(text).map((fault) => `${fault.code} ${pointedAt(fault)}`);
}
