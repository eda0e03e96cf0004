import { describe, expect, test } from 'vitest';

import { signableOf, signedParts } from '../../../src/audit/approvals/signed-parts.ts';
import { digestsOf } from '../../../src/audit/approvals/rule-digests.ts';
import { bench } from '../../support/audit-bench.ts';
import { compileTexts } from '../../support/small-formulary.ts';
import { hash } from '../../support/small-signatures.ts';

/** A rule that reads a bit of everything, and another that reads none of it. */
const RULE = {
  id: 'r',
  each_medicine: [
    { in_table: 'holds' },
    { class: 'nsaid or anticoagulant' },
    { last_taken: 'less than {hold} before the procedure' },
  ],
  when: [{ fever: 'at least {limit}' }, { frail: 'yes' }, { kind: 'deep' }],
  message: '{medicine}: too close.',
  action: 'Wait.',
  needs: ['asked'],
  plan: 'pause',
  instructions: [{ for: 'nurse', at: { after: '{restart}' }, text: 'Restart.' }],
};
const OTHER = { id: 'other', when: [{ cough: 'yes' }] };
const PARTS = {
  questions: [
    { id: 'fever', type: 'number', between: [30, 45] },
    { id: 'weak', type: 'yes-no' },
    { id: 'asked', type: 'yes-no' },
    { id: 'cough', type: 'yes-no' },
  ],
  parameters: [
    { id: 'limit', value: 38 },
    { id: 'unread', value: 1 },
  ],
  definitions: [{ id: 'frail', when: [{ weak: 'yes' }] }],
  lookups: [
    {
      id: 'kind',
      from: 'procedure.type',
      choices: ['deep', 'flat'],
      values: { injection: 'deep', ablation: 'flat' },
    },
  ],
  tables: [
    {
      id: 'holds',
      columns: {
        hold: { type: 'duration', title: 'Hold' },
        restart: { type: 'duration', title: 'Restart' },
        unread: { type: 'text', title: 'Unread' },
      },
      rows: [
        {
          drug: ['warfarin', 'apixaban'],
          values: { hold: '72 hours', restart: '24 hours', unread: 'x' },
        },
        { class: 'antiplatelet', values: { hold: '24 hours' } },
      ],
    },
  ],
  rules: [RULE, OTHER],
};

type Edit = (parts: typeof PARTS) => void;

/** Which half of rule `r` an edit changes. */
function changed(edit: Edit): string {
  const parts = structuredClone(PARTS);
  edit(parts);
  const [before, after] = [PARTS, parts].map(signed);
  const halves = (['meaning', 'wording'] as const).filter(
    (half) => before?.[half] !== after?.[half],
  );
  return halves.join(' and ') || 'nothing';
}

function signed(parts: typeof PARTS): ReturnType<typeof digestsOf> {
  const rules = signableOf(bench(parts));
  const rule = rules.prepared.ruleSet.rules.find(({ id }) => id === 'r');
  if (!rule) throw new Error('the rule is gone');
  return digestsOf(rule, rules, hash);
}

/** The first of a list, to be changed. */
function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('the list is empty');
  return item;
}

const rule =
  (more: object): Edit =>
  ({ rules }) =>
    void Object.assign(first(rules), more);

describe('the meaning of a rule', () => {
  test.each<[string, Edit]>([
    [
      'its own condition',
      rule({ when: [{ fever: 'at least 39' }, { frail: 'yes' }, { kind: 'deep' }] }),
    ],
    ['its outcome', rule({ outcome: 'contact-physician' })],
    ['its urgency', rule({ urgency: 'emergency' })],
    ['what it needs to know', rule({ needs: ['asked', 'weak'] })],
    ['its plan', rule({ plan: 'keep' })],
    [
      'the time of a step',
      rule({ instructions: [{ for: 'nurse', at: { after: '24 hours' }, text: 'Restart.' }] }),
    ],
    [
      'whom it instructs',
      rule({ instructions: [{ for: 'patient', at: { after: '{restart}' }, text: 'Restart.' }] }),
    ],
    [
      'the value of a parameter that it names',
      ({ parameters }) => void (first(parameters).value = 37.5),
    ],
    ['from when it is in force', rule({ from: '2027-01-01' })],
    [
      'a value that a parameter has later',
      ({ parameters }) =>
        void Object.assign(first(parameters), {
          later: [{ from: '2027-01-01', value: 39, source: 's' }],
        }),
    ],
    [
      'until when a line is in force',
      ({ tables }) => void Object.assign(first(first(tables).rows), { until: '2027-01-01' }),
    ],
    [
      'a definition',
      ({ definitions }) => void Object.assign(first(definitions), { when: [{ weak: 'no' }] }),
    ],
    ['a look-up', ({ lookups }) => void (first(lookups).values.ablation = 'deep')],
    [
      'a line of a table',
      ({ tables }) => void Object.assign(first(first(tables).rows).values, { hold: '71 hours' }),
    ],
    ['the drugs of a line', ({ tables }) => void first(tables).rows.pop()],
    [
      'a column that only a step names',
      ({ tables }) => void Object.assign(first(first(tables).rows).values, { restart: '1 hours' }),
    ],
    [
      'the range of an answer',
      ({ questions }) => void Object.assign(first(questions), { between: [30, 40] }),
    ],
    [
      'when a question has to be answered',
      ({ questions }) => void Object.assign(first(questions), { need: 'required' }),
    ],
  ])('holds %s', (_, edit) => {
    expect(changed(edit)).toMatch(/^meaning/);
  });

  test('holds the ingredients of the classes that it names, and not the names of the ingredients', () => {
    const line = (classes: string, brands: string): string =>
      `ingredients:\n  - {name: ibuprofen, classes: [${classes}], brands: [${brands}]}\n  - {name: apixaban, classes: [anticoagulant]}\n  - {name: warfarin, classes: [anticoagulant]}\n`;
    const classOf = (text: string): unknown => {
      const rules = {
        ...signableOf(bench(PARTS)),
        vocabulary: compileTexts(text).vocabulary,
      };
      const own = rules.prepared.ruleSet.rules.find(({ id }) => id === 'r');
      return own && signedParts(own, rules).meaning['class nsaid'];
    };
    expect(classOf(line('nsaid', 'Advil'))).toEqual({
      ingredients: ['ibuprofen'],
      local: undefined,
    });
    expect(classOf(line('nsaid', 'Motrin'))).toEqual(classOf(line('nsaid', 'Advil')));
    expect(classOf(line('no-action', 'Advil'))).toEqual({ ingredients: [], local: undefined });
  });
});

describe('the wording of a rule', () => {
  test.each<[string, Edit]>([
    ['its title', rule({ title: 'Another' })],
    ['its sentence', rule({ says: 'Another.' })],
    ['its message', rule({ message: '{medicine} is too close.' })],
    ['what to do', rule({ action: 'Wait longer.' })],
    [
      'the text of a step',
      rule({ instructions: [{ for: 'nurse', at: { after: '{restart}' }, text: 'Start.' }] }),
    ],
    ['where it stands in a source', rule({ sources: [{ id: 'book', section: 'p. 2' }] })],
    ['its evidence', rule({ evidence: 'consensus' })],
    ['its review date', rule({ review_by: '2030-01-01' })],
    [
      'the words of a question that it reads',
      ({ questions }) => void Object.assign(first(questions), { ask: 'How hot?' }),
    ],
    [
      'the source of a parameter',
      ({ parameters }) => void Object.assign(first(parameters), { source: 'another' }),
    ],
    [
      'the grounds of a line',
      ({ tables }) => void Object.assign(first(first(tables).rows), { evidence: 'label' }),
    ],
  ])('holds %s', (_, edit) => {
    expect(changed(edit)).toBe('wording');
  });
});

describe('neither', () => {
  test.each<[string, Edit]>([
    [
      'another rule',
      ({ rules }) => void Object.assign(rules[1] ?? {}, { when: [{ cough: 'no' }] }),
    ],
    [
      'a question that it does not read',
      ({ questions }) => void Object.assign(questions[3] ?? {}, { ask: 'Cough?' }),
    ],
    [
      'a parameter that it does not name',
      ({ parameters }) => void Object.assign(parameters[1] ?? {}, { value: 2 }),
    ],
    [
      'a column that it does not name',
      ({ tables }) => void Object.assign(first(first(tables).rows).values, { unread: 'y' }),
    ],
    [
      'the order of lines and drugs',
      ({ tables }) => {
        const [table] = tables;
        table?.rows.reverse();
        for (const row of table?.rows ?? []) row.drug?.reverse();
      },
    ],
    ['its examples', rule({ examples: [{ name: 'e', given: {}, expect: 'fires' }] })],
  ])('holds %s', (_, edit) => {
    expect(changed(edit)).toBe('nothing');
  });
});
