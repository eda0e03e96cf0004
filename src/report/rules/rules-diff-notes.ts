/** A difference of rules as notes and cases, for GitHub, code scanning and build servers. */
import type { Change } from '../../audit/diff/change.ts';
import type { RulesDiff } from '../../audit/diff/diff.ts';
import type { Direction, Transition } from '../../audit/diff/transitions.ts';
import type { Span } from '../../source/diagnostic.ts';
import type { JunitCase } from '../formats/junit-text.ts';
import type { Note } from '../formats/note.ts';
import { inOrder, nameOf } from './rules-diff-text.ts';
import { changedWords, changeText, witnessText } from './transition-words.ts';

/** What the codes of the notes mean. */
export const DIFF_KINDS: ReadonlyMap<string, string> = new Map([
  ['rules-diff.looser', 'A patient gets a less restrictive result than before'],
  ['rules-diff.stricter', 'A patient gets a more restrictive result than before'],
  ['rules-diff.same', 'A patient gets the same headline with other findings'],
  ['rules-diff.words', 'Only what is said changes'],
  ['rules-diff.not-proved', 'Whether somebody is decided differently was not proved'],
]);

const LEVELS: Readonly<Record<Direction, Note['level']>> = {
  looser: 'error',
  stricter: 'warning',
  same: 'notice',
};

/** Where a rule or question is declared, in the new rules or else in the old. */
export type PlaceOf = (id: string) => Span | undefined;

/** Loosening first; what was proved to change nothing has no note. */
export function rulesDiffNotes(diff: RulesDiff, placeOf: PlaceOf): Note[] {
  return inOrder(diff.changes).flatMap((change): Note[] => {
    const { id, verdict, transitions } = change;
    const span = placeOf(id);
    const at = { about: id, ...(span ? { span } : {}) };
    if (verdict === 'cosmetic') return [];
    if (verdict === 'not-proved')
      return [{ ...at, code: 'rules-diff.not-proved', level: 'error', lines: [openLine(change)] }];
    return transitions.map((transition) => ({
      ...at,
      code: `rules-diff.${verdict === 'words' ? 'words' : transition.direction}`,
      level: LEVELS[transition.direction],
      lines: transitionLines(nameOf(change), transition),
    }));
  });
}

/** Every rule that reads something that changed is a case: it passes when it decides as before. */
export function rulesDiffCases(diff: RulesDiff): JunitCase[] {
  return inOrder(diff.changes).flatMap((change): JunitCase[] => {
    const { verdict, transitions } = change;
    const named = { suite: 'prescreen rules diff', name: nameOf(change) };
    if (verdict === 'cosmetic') return [named];
    if (verdict === 'not-proved')
      return [{ ...named, trouble: { is: 'error', type: verdict, lines: [openLine(change)] } }];
    return transitions.map((transition) => ({
      ...named,
      trouble: {
        is: 'failure',
        type: verdict === 'words' ? verdict : transition.direction,
        lines: transitionLines(nameOf(change), transition),
      },
    }));
  });
}

function openLine(change: Change): string {
  return `${nameOf(change)}: NOT PROVED: ${change.because ?? 'not decided'}`;
}

function transitionLines(id: string, transition: Transition): string[] {
  const { lost, gained } = changedWords(transition);
  return [
    `${id}: ${changeText(transition)}`,
    `for example ${witnessText(transition.witness.answers)}`,
    ...lost.map((line) => `- ${line}`),
    ...gained.map((line) => `+ ${line}`),
  ];
}
