/** What a result says to a witness, as a clinician reads it. */
import type { SaidLine } from '../../audit/diff/witness.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';

/** A finding that lets the patient go is a note. */
const WORDS = { ...DISPOSITION_WORDS, go: 'NOTE' };

/** The headline of a finding or the hour of an instruction first, the rule last. */
export function saidText(line: SaidLine): string {
  switch (line.is) {
    case 'finding': {
      const urgency = line.urgency === 'routine' ? '' : ` (${line.urgency})`;
      return `${WORDS[line.disposition]}${urgency}: ${line.message} (${line.rule})`;
    }
    case 'instruction':
      return `${line.whom}${line.at === undefined ? '' : `, by ${hourOf(line.at)}`}: ${line.text} (${line.rule})`;
    case 'check':
      return `check on the day ${line.fact}: ${line.text}`;
    case 'earliest':
      return `earliest date: ${line.at === undefined ? 'none' : hourOf(line.at)}`;
  }
}

/** The day and the hour of a moment, as its own zone has it. */
function hourOf(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ');
}
