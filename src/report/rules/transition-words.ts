/** A change to one patient in words: the headlines, the patient, and what is said to them. */
import type { Transition } from '../../audit/diff/transitions.ts';
import { type Said, type SaidLine, toldApart } from '../../audit/diff/witness.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';
import { saidText } from './said-text.ts';

/** A disposition with its urgency, where that is more than routine. */
export function headline({ disposition, urgency }: Pick<Said, 'disposition' | 'urgency'>): string {
  return `${DISPOSITION_WORDS[disposition]}${urgency === 'routine' ? '' : ` (${urgency})`}`;
}

const STANDINGS = {
  fired: 'fires',
  'cannot-tell': 'cannot tell',
  'would-fire': 'would fire if nothing were paused',
  quiet: 'does not fire',
};

/** The headline before and after; of what the whole result does not show, what the rule does. */
export function beforeAndAfter({
  witness: { before, after },
  masked,
}: Pick<Transition, 'witness' | 'masked'>): readonly [string, string] {
  if (masked) return [STANDINGS[masked[0]], STANDINGS[masked[1]]];
  return [headline(before), headline(after)];
}

/** "HOLD -> GO", or "HOLD, as before". */
export function changeText(transition: Pick<Transition, 'witness' | 'masked'>): string {
  const [before, after] = beforeAndAfter(transition);
  return before === after ? `${after}, as before` : `${before} -> ${after}`;
}

/** What the rule tells the witness no more, and what it tells now. */
export function changedWords({ witness, masked }: Pick<Transition, 'witness' | 'masked'>): {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
} {
  // What else may change for this patient is other rules' doing, and listed with them.
  return masked ? { lost: [], gained: [] } : findingChanges(witness.before, witness.after);
}

const MOST = 6;

/** What the witness was told before and is not now, and the reverse. */
function findingChanges(
  before: Said,
  after: Said,
): { readonly lost: string[]; readonly gained: string[] } {
  // The plan and the aftercare follow from the headline; they are shown only where that stays.
  const moved = headline(before) !== headline(after);
  const of = (said: Said): readonly SaidLine[] =>
    moved ? said.findings : [...said.findings, ...said.instructions];
  const { lost, gained } = toldApart(of(before), of(after));
  const shown = (lines: readonly SaidLine[]): string[] => lines.slice(0, MOST).map(saidText);
  return { lost: shown(lost), gained: shown(gained) };
}

/** The answers of a witness beside those of the healthy patient, as they would stand in an example. */
export function witnessText(answers: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(answers);
  if (entries.length === 0) return 'the healthy patient';
  return `the healthy patient with ${entries.map(([fact, value]) => `${fact}: ${valueText(value)}`).join(', ')}`;
}

function valueText(value: unknown): string {
  if (value === null) return 'not asked';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}: ${valueText(inner)}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
