/** What was made of the conditions and allergies that came beside the answers, in words. */
import type { ChartNote } from '../evaluation/result.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { questionLabel } from './question-label.ts';

/** From what changed an answer to what nobody told the rules of. */
const READ: Readonly<Record<ChartNote['read'], string>> = {
  added: 'Counted, though the patient told otherwise',
  'not-asked': 'Not counted, because the question was not asked',
  'not-answered': 'Not counted, because the patient could not or would not answer',
  told: 'Told by the patient too',
  over: 'Over, and not counted',
  'says-nothing': 'Answers no question',
  'not-known': 'Unknown to the rules, and not counted',
};

/** A line for each thing that was made of them, with all of which it was made. */
export function chartLines(notes: readonly ChartNote[], ruleSet: RuleSet): string[] {
  return Object.entries(READ).flatMap(([read, words]) => {
    const own = notes.filter((note) => note.read === read).map((note) => noteWords(note, ruleSet));
    return own.length === 0 ? [] : [`${words}: ${[...new Set(own)].join('; ')}.`];
  });
}

function noteWords({ as_written: name, fact, value }: ChartNote, ruleSet: RuleSet): string {
  return fact === undefined ? name : `${name} (${questionLabel(fact, ruleSet)}: ${value ?? ''})`;
}
