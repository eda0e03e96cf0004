import type { Change } from '../../audit/diff/change.ts';
import type { RulesDiff } from '../../audit/diff/diff.ts';
import type { Direction, Transition } from '../../audit/diff/transitions.ts';
import type { Said } from '../../audit/diff/witness.ts';
import { DISPOSITION_WORDS } from '../disposition-words.ts';
import type { Palette } from '../palette.ts';
import { labelled, wrap, WIDTH } from '../wrap.ts';
import { saidText } from './said-text.ts';
import { type PartPlace, writtenParts } from './written-parts.ts';

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

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  looser: 'LOOSER',
  stricter: 'STRICTER',
  same: 'SAME ON THE WHOLE',
};

/** What a change of the rules does, for a terminal. */
export function rulesDiffText(diff: RulesDiff, palette: Palette, placeOf: PartPlace): string {
  if (diff.parts.length === 0) return 'No differences.\n';
  const changed = inOrder(diff.changes).flatMap((change) => changeLines(change, palette));
  const lines = [
    palette.heading('What is written differently'),
    ...writtenParts(diff.parts, placeOf).flatMap(({ kind, id, note, place, lines: said }) => [
      ...wrap(`${kind} ${id}${note}`, WIDTH - 4).map(
        (line, index) => `${index > 0 ? '    ' : '  '}${line}`,
      ),
      ...(place === undefined ? [] : [`    ${place}`]),
      ...said.flatMap(({ label, before, after }) => [
        ...(before === undefined
          ? []
          : labelled('-', `${label === '' ? '' : `${label}: `}${before}`, 8)),
        ...(after === undefined
          ? []
          : labelled('+', `${label === '' ? '' : `${label}: `}${after}`, 8)),
      ]),
    ]),
    '',
    palette.heading('Who is decided differently'),
    ...(changed.length > 0 ? changed : ['  Nobody.']),
    '',
    palette.heading('Nobody else'),
    ...scopeLines(diff).flatMap((line) => wrap(line, WIDTH - 2).map((each) => `  ${each}`)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Loosening comes first, then tightening, then what is said, then what was proved to change nothing. */
export function inOrder(changes: readonly Change[]): Change[] {
  return changes.toSorted(
    (a, b) => weight(a) - weight(b) || oddity(a) - oddity(b) || (a.id < b.id ? -1 : 1),
  );
}

/** By how much its first patient differs from the healthy one: the plainest case of a change is read first. */
function oddity({ transitions: [first] }: Change): number {
  return first ? witnessText(first.witness.answers).length : 0;
}

function weight({ verdict, transitions }: Change): number {
  if (verdict === 'cosmetic') return 5;
  if (verdict === 'not-proved') return 3;
  if (verdict === 'words') return 4;
  return transitions.some(({ direction }) => direction === 'looser')
    ? 0
    : transitions.some(({ direction }) => direction === 'stricter')
      ? 1
      : 2;
}

/** The rule, and the span of days where it is changed in no other. */
export function nameOf({ id, during }: Pick<Change, 'id' | 'during'>): string {
  return during === undefined ? id : `${id} (${during})`;
}

function changeLines(change: Change, palette: Palette): string[] {
  const { verdict, transitions, regions, because } = change;
  const id = nameOf(change);
  if (verdict === 'cosmetic') {
    return labelled('=', `${id}: ${sameText(regions)}.`, 4);
  }
  if (verdict === 'not-proved') {
    return labelled(
      '?',
      `${id}: NOT PROVED: ${because ?? 'not decided'}.`,
      4,
      palette.caution('?'),
    );
  }
  return transitions.flatMap((transition) =>
    transitionLines({ ...change, id }, transition, palette),
  );
}

/** What was proved of a rule by which everybody is decided as before. */
export function sameText(regions: number): string {
  return `PROVED to decide the same for every patient${regions === 0 ? '; nothing that it reads differs' : ` (${regions} regions)`}`;
}

function transitionLines(
  { id, verdict }: Change,
  transition: Transition,
  palette: Palette,
): string[] {
  const { direction, witness, masked } = transition;
  const label = verdict === 'words' ? 'TOLD OTHERWISE' : DIRECTIONS[direction];
  const shownLabel = direction === 'looser' ? palette.stop(label) : label;
  const { lost, gained } = changedWords(transition);
  const change = changeText(transition);
  const unseen = masked ? `, and nothing of that shows in the result` : '';
  return [
    ...labelled(label, `${id}: ${change}${unseen}`, Math.max(12, label.length + 4), shownLabel),
    ...labelled('', `for example: ${witnessText(witness.answers)}`, 8),
    ...lost.flatMap((line) => labelled('', `- ${line}`, 8)),
    ...gained.flatMap((line) => labelled('', `+ ${line}`, 8)),
  ];
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
  const of = (said: Said): readonly string[] =>
    moved ? said.findings : [...said.findings, ...said.instructions];

  const [old, now] = [of(before), of(after)];
  return {
    lost: old
      .filter((line) => !now.includes(line))
      .slice(0, MOST)
      .map(saidText),
    gained: now
      .filter((line) => !old.includes(line))
      .slice(0, MOST)
      .map(saidText),
  };
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

const BASIS =
  'Each rule that reads something that changed was compared over every region into which its tests cut the answers ' +
  '(unanswered is a region; any number of other medicines, of which only what they make true or open can matter), ' +
  'at the hour of the healthy patient’s procedure.';

/** Why no other patient is decided differently, and what stands open. */
export function scopeLines({ parts, changes, untouched, rules }: RulesDiff): string[] {
  const open = changes.filter(({ verdict }) => verdict === 'not-proved').map(nameOf);
  const touched = [
    ...new Set(
      changes
        .filter(({ verdict, tried }) => verdict === 'changes' && tried === undefined)
        .map(({ id }) => id),
    ),
  ];
  const outside =
    `${untouched} of ${rules} rules read nothing that changed, so each says the same of every patient; the ` +
    'disposition is the most restrictive of what the rules say one by one. ';
  const read = parts.some(({ kind }) => kind === 'reading') ? ' of medicines as they are read' : '';
  const proved =
    touched.length === 0
      ? `PROVED${read}: nobody is decided otherwise.`
      : `PROVED${read}: no patient outside the conditions of ${touched.join(', ')} changes.`;
  return [
    open.length === 0
      ? proved
      : `${touched.length === 0 ? '' : 'Differences were found, with a patient for each; beside them, more may change. '}NOT PROVED for ${open.join(', ')}; for all other rules nothing changes outside what is listed.`,
    `${outside}${BASIS}`,
    ...boundsLines(parts),
  ];
}

/** What was not compared, or not for everybody. */
function boundsLines(parts: RulesDiff['parts']): string[] {
  const has = (kind: RulesDiff['parts'][number]['kind']): boolean =>
    parts.some((part) => part.kind === kind);
  return [
    ...(has('name')
      ? [
          'Medicines were compared by the names that are written in either formulary; their misspellings were not.',
        ]
      : []),
    ...(has('reading')
      ? [
          'NOT PROVED of every line that can be written: lines of medicines are read otherwise, which was tried on lines that hold the changed words and on every name by itself.',
        ]
      : []),
    ...rangeLines(parts),
    ...(has('wording')
      ? [
          'Words that several rules share were changed: to whom they are said, they are said as listed above.',
        ]
      : []),
    ...(has('site')
      ? [
          'The sites differ: what an intake leaves open is planned otherwise, or the earliest date moves, as is listed above; the comparison is of patients of whom the plan was answered.',
        ]
      : []),
    ...(has('chart')
      ? [
          'The comparison begins with the answers: what a chart’s words and codes become as answers is listed above.',
        ]
      : []),
  ];
}

const RANGES = new Set(['type', 'choices', 'between', 'whole', 'also', 'less_than', 'direction']);

function rangeLines(parts: RulesDiff['parts']): string[] {
  const questions = parts.filter(
    ({ kind, keys }) => kind === 'question' && keys.some((key) => RANGES.has(key)),
  );
  if (questions.length === 0) return [];
  return [
    `An answer to ${questions.map(({ id }) => id).join(', ')} that only one of the rule sets accepts is not compared: the other rejects the intake.`,
  ];
}
