import { describe, expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import { bench } from '../../support/audit-bench.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const FEVER = { id: 'temperature', type: 'number', between: [30, 45] };
const INFECTION = { id: 'infection', type: 'yes-no' };
const questions = [FEVER, INFECTION];
const healthy = { temperature: 36.7, infection: false };

function change(
  before: RuleParts['rules'],
  after: RuleParts['rules'],
  parts: Partial<RuleParts> = {},
): string[] {
  const base = { questions, healthy, ...parts };
  const diff = diffRules(
    bench({ ...base, rules: before ?? [] }),
    bench({ ...base, rules: after ?? [] }),
  );
  return diff.changes.map(({ id, verdict, transitions }) => {
    const [first] = transitions;
    const shown = first ? ` ${first.direction} ${JSON.stringify(first.witness.answers)}` : '';
    return `${id} ${verdict}${shown}`;
  });
}

const fever = (when: unknown, more: object = {}): object => ({ id: 'fever', when, ...more });

describe('a difference of rules', () => {
  test('of a threshold is shown by the patient on its edge, loosening named as such', () => {
    expect(
      change(
        [fever([{ temperature: 'at least 38' }]) as never],
        [fever([{ temperature: 'at least 38.1' }]) as never],
      ),
    ).toEqual(['fever changes looser {"temperature":38}']);
  });

  test('of a rule that was added is a tightening', () => {
    expect(change([], [fever([{ infection: 'yes' }]) as never])).toEqual([
      'fever changes stricter {"infection":true}',
    ]);
  });

  test('that says the same in other conditions is cosmetic', () => {
    const before = [fever([{ temperature: 'at least 38' }, { infection: 'yes' }]) as never];
    const after = [
      fever([
        { infection: 'yes' },
        { all: [{ temperature: 'at least 38' }, { infection: 'yes' }] },
      ]) as never,
    ];
    expect(change(before, after)).toEqual(['fever cosmetic']);
  });

  test('is not cosmetic where only a missing answer tells the two apart', () => {
    const needs = { needs: ['infection'] };
    const before = [fever([{ temperature: 'at least 38' }], needs) as never];
    const after = [
      fever(
        [{ temperature: 'at least 38' }, { any: [{ infection: 'yes' }, { infection: 'no' }] }],
        needs,
      ) as never,
    ];
    expect(change(before, after)).toEqual([
      'fever changes looser {"temperature":38,"infection":"unknown"}',
    ]);
  });

  test('of a message changes the words and no decision', () => {
    const [verdict] = change(
      [fever([{ infection: 'yes' }]) as never],
      [fever([{ infection: 'yes' }], { message: 'Other.' }) as never],
    );
    expect(verdict).toMatch(/^fever words same/);
  });

  test('of the hour of an instruction is shown by a patient who can still keep to it', () => {
    const told = (hours: number): Partial<RuleParts> => ({
      rules: [
        {
          id: 'plan',
          when: [{ infection: 'no' }],
          outcome: 'go',
          instructions: [{ for: 'patient', at: { before: `${hours} hours` }, text: 'Not after.' }],
        },
      ],
    });
    const [plan] = diffRules(
      bench({ questions, healthy, ...told(3) }),
      bench({ questions, healthy, ...told(4) }),
    ).changes;
    expect(plan).toMatchObject({
      verdict: 'words',
      transitions: [
        { direction: 'same', witness: { answers: { screened_at: '2026-11-17T09:00' } } },
      ],
    });
  });

  test('leaves rules alone that read nothing of it', () => {
    const other = { id: 'other', when: [{ infection: 'yes' }] };
    const diff = diffRules(
      bench({
        questions,
        healthy,
        rules: [fever([{ temperature: 'at least 38' }]) as never, other],
      }),
      bench({
        questions,
        healthy,
        rules: [fever([{ temperature: 'at least 39' }]) as never, other],
      }),
    );
    expect(diff).toMatchObject({ untouched: 1, rules: 2 });
  });

  test('of a definition is found in the rules that read it', () => {
    const definitions = (limit: number): NonNullable<RuleParts['definitions']> => [
      { id: 'hot', when: [{ temperature: `at least ${limit}` }] },
    ];
    const rules = [{ id: 'fever', when: [{ hot: 'yes' }] }];
    const diff = diffRules(
      bench({ questions, healthy, rules, definitions: definitions(38) }),
      bench({ questions, healthy, rules, definitions: definitions(37.5) }),
    );
    expect(
      diff.changes.map(({ verdict, transitions }) => [verdict, transitions[0]?.witness.answers]),
    ).toEqual([['changes', { temperature: 37.5 }]]);
  });

  test('of a definition is proved to change nothing where what else is said decides anyway', () => {
    const definitions = (how: string): NonNullable<RuleParts['definitions']> => [
      { id: 'ill', when: [{ [how]: [{ temperature: 'at least 38' }, { infection: 'yes' }] }] },
    ];
    const rules = [
      {
        id: 'rest',
        when: [{ any: [{ temperature: 'at least 37' }, { infection: 'yes' }, { ill: 'yes' }] }],
      },
      { id: 'physician', outcome: 'contact-physician', when: [{ ill: 'yes' }] },
    ];
    const diff = diffRules(
      bench({ questions, healthy, rules, definitions: definitions('any') }),
      bench({ questions, healthy, rules, definitions: definitions('all') }),
    );
    expect(diff.changes.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'physician changes',
      'rest cosmetic',
    ]);
  });

  test('of a note that nobody hears who is on hold is shown by what the rule does', () => {
    const rules = (limit: number): NonNullable<RuleParts['rules']> => [
      fever([{ temperature: 'at least 38' }]) as never,
      {
        id: 'note',
        outcome: 'go',
        message: undefined,
        when: [{ temperature: `at least ${limit}` }],
        instructions: [{ for: 'nurse', at: { after: '6 hours' }, text: 'Restart.' }],
      },
    ];
    const diff = diffRules(
      bench({ questions, healthy, rules: rules(38) }),
      bench({ questions, healthy, rules: rules(39) }),
    );
    expect(diff.changes).toMatchObject([
      {
        id: 'note',
        verdict: 'changes',
        transitions: [
          {
            direction: 'same',
            masked: ['fired', 'quiet'],
            witness: { answers: { temperature: 38 } },
          },
        ],
      },
    ]);
  });
});

describe('a difference about medicines', () => {
  const table = (hold: string): NonNullable<RuleParts['tables']> => [
    {
      id: 'holds',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [{ drug: ['apixaban', 'warfarin'], values: { hold } }],
    },
  ];
  const rules = [
    {
      id: 'hold',
      each_medicine: [
        { in_table: 'holds' },
        { last_taken: 'less than {hold} before the procedure' },
      ],
    },
  ];

  test('of a table line is shown by a drug of that line on the edge of its interval', () => {
    const diff = diffRules(
      bench({ rules, tables: table('72 hours') }),
      bench({ rules, tables: table('71 hours') }),
    );
    const [first] = diff.changes[0]?.transitions ?? [];
    expect(first?.direction).toBe('looser');
    expect(JSON.stringify(first?.witness.answers)).toContain(
      '"name":"apixaban","last_taken":"2026-11-21T09:01"',
    );
  });

  test('of a rule that counts medicines is shown by a patient who takes as many', () => {
    const two = (outcome: string): NonNullable<RuleParts['rules']> => [
      { id: 'two', outcome, when: [{ two_medicines: [{ class: 'anticoagulant' }] }] },
    ];
    const diff = diffRules(
      bench({ rules: two('contact-physician') }),
      bench({ rules: two('hold') }),
    );
    const [first] = diff.changes[0]?.transitions ?? [];
    expect(first?.direction).toBe('stricter');
    expect(first?.witness.answers['medications']).toHaveLength(2);
  });

  test('of a table is proved to change nothing for a rule that the same medicines meet otherwise', () => {
    const lines = (drug: string[]): NonNullable<RuleParts['tables']> => [
      { id: 'counted', columns: {}, rows: [{ drug, values: {} }] },
    ];
    const definitions = [{ id: 'two', when: [{ two_medicines: [{ in_table: 'counted' }] }] }];
    const ruled = (when: unknown): NonNullable<RuleParts['rules']> => [
      { id: 'beside', each_medicine: [{ class: 'anticoagulant' }], when },
      { id: 'counts', when: [{ two: 'yes' }] },
    ];
    const verdicts = (when: unknown): string[] =>
      diffRules(
        bench({ rules: ruled(when), definitions, tables: lines(['ibuprofen', 'diclofenac']) }),
        bench({ rules: ruled(when), definitions, tables: lines(['ibuprofen']) }),
      ).changes.map(({ id, verdict }) => `${id} ${verdict}`);
    expect(verdicts([{ two: 'yes' }])).toEqual(['beside changes', 'counts changes']);
    expect(verdicts([{ any: [{ two: 'yes' }, { any_medicine: [{ class: 'nsaid' }] }] }])).toEqual([
      'beside cosmetic',
      'counts changes',
    ]);
  });

  test('that names one class less is shown by a medicine of that class', () => {
    const named = (classes: string[]): NonNullable<RuleParts['rules']> => [
      { id: 'two', when: [{ any_medicine: [{ class: classes }] }] },
    ];
    const diff = diffRules(
      bench({ rules: named(['nsaid', 'antiplatelet']) }),
      bench({ rules: named(['nsaid']) }),
    );
    expect(JSON.stringify(diff.changes[0]?.transitions[0]?.witness.answers)).toMatch(
      /ticagrelor|aspirin/,
    );
  });
});

test('two readings of the same rules do not differ', () => {
  expect(diffRules(bench({ questions, healthy }), bench({ questions, healthy }))).toMatchObject({
    parts: [],
    changes: [],
  });
});
