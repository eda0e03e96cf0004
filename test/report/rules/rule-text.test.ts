import { describe, expect, test } from 'vitest';

import { PLAIN } from '../../../src/report/palette.ts';
import { ruleText } from '../../../src/report/rules/rule-text.ts';
import { parametersOf, type RuleTextOptions } from '../../../src/report/rules/rule-words.ts';
import { COLOURS, tooWide, withoutColour } from '../../support/colour.ts';
import { shipped } from '../../support/shipped.ts';
import { compileParts, type Given } from '../../support/small-clinic.ts';

const FIRES = { name: 'a sugar of 200', given: { sugar: 200 }, expect: 'fires' };

const RULE = {
  id: 'sugar',
  title: 'Sugar too high',
  says: 'Hold when the sugar is high.',
  when: [{ sugar: 'at least {limit}' }],
  outcome: 'contact-physician',
  urgency: 'same-day',
  message: 'Sugar {sugar}.',
  action: 'Treat it.',
  instructions: [{ for: 'nurse', text: 'Measure again.' }],
  disagreement: 'Others say 250.',
  examples: [FIRES],
};

function text(more: Given = {}, site: RuleTextOptions['site'] = { overrides: [] }): string {
  const { ruleSet, examples } = compileParts({
    questions: [
      { id: 'sugar', type: 'number', between: [0, 1000] },
      { id: 'fever', type: 'yes-no' },
    ],
    parameters: [{ id: 'limit', value: 180, unit: 'mg/dL', source: 'Clinic policy.' }],
    tables: [
      {
        id: 'holds',
        title: 'Holds of thinners',
        columns: {
          hold: { type: 'duration', title: 'Hold' },
          odd: { type: 'list', title: 'O', choices: ['mood', 'pain'] },
        },
        rows: [
          {
            drug: 'apixaban',
            when: [{ fever: 'yes' }],
            values: { hold: '72 hours', odd: ['mood', 'pain'] },
          },
        ],
      },
    ],
    rules: [{ ...RULE, ...more }],
  });
  const [rule] = ruleSet.rules;
  if (!rule) throw new Error('no rule');
  return ruleText(rule, { ruleSet, site, examples }, PLAIN);
}

describe('a rule printed back', () => {
  test('says what it says, when, on what and how it is tested', () => {
    expect(text()).toBe(
      [
        'sugar',
        'Sugar too high',
        '',
        'Hold when the sugar is high.',
        '',
        'CONTACT PHYSICIAN, same-day when',
        '  - sugar: at least {limit}',
        '',
        '  says        Sugar {sugar}.',
        '  do          Treat it.',
        '  nurse       Measure again.',
        '  parameter   limit = 180 mg/dL. Clinic policy.',
        '  source      A. Author (2020). A book. A press. p. 1. [read]',
        '  evidence    guideline',
        '  others      Others say 250.',
        '  review by   2027-01-01',
        '  fires           a sugar of 200',
        '',
      ].join('\n'),
    );
  });

  test('tells its exception and what it needs to know', () => {
    const printed = text({ unless: [{ fever: 'yes' }], needs: ['sugar'] });
    expect(printed).toContain('unless it is known that\n  - fever: yes\nneeds to know: sugar\n');
  });

  test('tells that a parameter is set by the site, by whom and why', () => {
    const set = { parameter: 'limit', set: 180, value: '180', shipped: '200' };
    const overrides = [{ ...set, reason: 'our device', by: 'Dr A', on: '2026-11-01' }];
    expect(text({}, { overrides }).replaceAll(/\s+/g, ' ')).toContain(
      'limit = 180 mg/dL. Set by the site instead of 200: our device (Dr A, 2026-11-01).',
    );
  });

  test('of each medicine has the lines of its table', () => {
    const printed = text({
      when: [{ fever: 'no' }],
      each_medicine: [
        { in_table: 'holds' },
        { last_taken: 'less than {hold} before the procedure' },
      ],
    });
    expect(printed).toContain('for each medicine of which\n  - in_table: holds\n');
    expect(printed).toContain('and\n  - fever: no\n');
    expect(printed.replaceAll(/\s+/g, ' ')).toContain(
      'Holds of thinners - apixaban (when fever: yes): hold 72 hours, odd mood, pain',
    );
  });
});

describe('every shipped rule', () => {
  const printed = (palette = PLAIN) =>
    shipped.ruleSet.rules.map((rule) =>
      ruleText(rule, { ruleSet: shipped.ruleSet, site: shipped.site, examples: [] }, palette),
    );

  test('is nowhere wider than 80 columns', () => {
    expect(printed().flatMap(tooWide)).toEqual([]);
  });

  test('says in words whatever it says in colour', () => {
    expect(printed(COLOURS).map(withoutColour)).toEqual(printed());
  });

  test('names sources that are printed in full, and parameters that exist', () => {
    for (const rule of shipped.ruleSet.rules) {
      for (const { id } of parametersOf(rule, shipped.ruleSet))
        expect(shipped.ruleSet.parameters).toHaveProperty([id]);
    }
    expect(printed().join('')).not.toContain('undefined');
  });
});
