/** What a result says to a witness, as a clinician reads it. */
import { DISPOSITION_WORDS } from '../disposition-words.ts';

const FINDING = /^(go|contact-physician|hold) (routine|same-day|emergency) (\S+) .+?: (.*)$/s;
const INSTRUCTION = /^(patient|nurse|physician): (.*?)(?: \[(\S{10})T(\S{5})\S*\])? (\S+)$/s;
const EARLIEST = /^earliest (?:(\S{10})T(\S{5})\S*|none)$/;

/** A finding that lets the patient go is a note. */
const WORDS = { ...DISPOSITION_WORDS, go: 'NOTE' };

/** A line of `Said`: the headline of a finding or the hour of an instruction first, the rule last. */
export function saidText(line: string): string {
  const [, disposition, urgency, rule, message] = FINDING.exec(line) ?? [];
  if (disposition !== undefined) {
    const word = WORDS[disposition as keyof typeof WORDS];
    return `${word}${urgency === 'routine' ? '' : ` (${urgency})`}: ${message} (${rule})`;
  }
  const [, whom, text, day, hour, by] = INSTRUCTION.exec(line) ?? [];
  if (whom !== undefined)
    return `${whom}${day === undefined ? '' : `, by ${day} ${hour}`}: ${text} (${by})`;
  const earliest = EARLIEST.exec(line);
  if (!earliest) return line;
  return `earliest date: ${earliest[1] === undefined ? 'none' : `${earliest[1]} ${earliest[2]}`}`;
}
