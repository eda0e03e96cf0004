import { describe, expect, test } from 'vitest';

import { PLAIN } from '../../src/report/palette.ts';
import { questionsText } from '../../src/report/questions-text.ts';
import { COLOURS, tooWide, withoutColour } from '../support/colour.ts';
import { shipped } from '../support/shipped.ts';
import { compileParts } from '../support/small-clinic.ts';

const { ruleSet } = compileParts({
  questions: [
    { id: 'fever', type: 'yes-no', ask: 'Do you have a fever?', need: 'required', ask_again: true },
    { id: 'kind', type: 'choice', choices: { none: 'None', dry: 'Dry' }, need: 'on-the-day' },
    {
      id: 'signs',
      type: 'list',
      choices: { none: 'None', rash: 'Rash' },
      when: [{ fever: 'yes' }],
    },
    { id: 'sugar', type: 'number', between: [20, 1000], unit: 'mg/dL' },
    { id: 'age', type: 'number', between: [0, 120] },
    { id: 'shot', type: 'date', direction: 'past' },
    { id: 'meal', type: 'date-time', direction: 'any' },
  ],
});

describe('the questionnaire in words', () => {
  const text = questionsText(ruleSet, PLAIN);

  test('has each question under its section, with its name, its need and what may be answered', () => {
    expect(text.split('\n')[0]).toBe('Section');
    expect(text).toContain(
      '  - Do you have a fever?\n      fever (required, again on the day): yes or no\n',
    );
  });

  test.each([
    'kind (required on the day): one of none, dry',
    'signs (optional): any of none, rash; asked when fever: yes',
    'sugar (optional): 20 to 1000 mg/dL',
    'age (optional): 0 to 120\n',
    'shot (optional): a date\n',
    'meal (optional): a date with its hour',
    'id (required): a text',
    'medications (optional): medicines, or none',
  ])('%s', (line) => {
    expect(text).toContain(line);
  });
});

describe('the shipped questionnaire', () => {
  test('has every question, nowhere wider than 80 columns', () => {
    const text = questionsText(shipped.ruleSet, PLAIN);
    expect(tooWide(text)).toEqual([]);
    for (const { id } of shipped.ruleSet.questions) expect(text).toContain(`${id} (`);
  });

  test('says in words whatever it says in colour', () => {
    const coloured = questionsText(shipped.ruleSet, COLOURS);
    expect(withoutColour(coloured)).toBe(questionsText(shipped.ruleSet, PLAIN));
  });
});
