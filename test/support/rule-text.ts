/** Small pieces of rule files. */
export const QUESTION = '{section: s, ask: words, need: optional, type: yes-no';
export const GROUNDS = 'sources: [{id: book, section: p. 1}], evidence: guideline';

/** A rule that fires on the answer `a`. */
export function rule(id: string, more = ''): string {
  return `
  - id: ${id}
    title: ${id}
    says: it says so
    when: [{a: yes}]
    outcome: hold
    message: it is so
    sources: [{id: book, section: p. 1}]
    evidence: guideline
    review_by: 2027-01-01
    examples: ${more === '' ? '[]' : more}`;
}

export const QUESTIONS = `questions: [${QUESTION}, id: a}, ${QUESTION}, id: b}]\n`;
export const RULES = `rules:${rule('one')}${rule('two', '[{name: x, given: {a: yes}, expect: fires}]')}\n`;
export const PARAMETERS = 'parameters: [{id: p, title: P, value: 3 days, source: policy}]\n';
export const TABLE = `
tables:
  - id: t
    title: T
    columns: {hold: {type: duration, title: H}, note: {type: text, title: N}}
    ${GROUNDS.replace(', evidence', '\n    evidence')}
    rows:
      - {drug: one, values: {hold: 3 days}}
      - {class: two, values: {note: 3 days}, evidence: label, sources: [{id: book, section: p. 2}]}
`;
