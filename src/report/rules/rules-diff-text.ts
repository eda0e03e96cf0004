import type { Change } from '../../audit/diff/change.ts';
import type { RulesDiff } from '../../audit/diff/diff.ts';
import type { Direction } from '../../audit/diff/transitions.ts';
import type { Palette } from '../palette.ts';
import { labelled, wrap, WIDTH } from '../wrap.ts';
import { changedWords, changeText, witnessText } from './transition-words.ts';
import { type PartPlace, writtenParts } from './written-parts.ts';

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  looser: 'LOOSER',
  stricter: 'STRICTER',
  same: 'SAME ON THE WHOLE',
};

/** What a change of the rules does, for a terminal. */
export function rulesDiffText(diff: RulesDiff, palette: Palette, placeOf: PartPlace): string {
  if (diff.parts.length === 0) return 'No differences.\n';
  const changed = alike(inOrder(diff.changes).flatMap(saidOfChange));
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
    ...(changed.length > 0 ? changed.flatMap((each) => changeLines(each, palette)) : ['  Nobody.']),
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

/** A change as it is listed, with all rules of which the same is told. */
interface ToldChange {
  readonly label: string;
  readonly ids: readonly string[];
  readonly says: string;
  /** The patient, and what is said to them. */
  readonly below: readonly string[];
}

function saidOfChange(change: Change): ToldChange[] {
  const { verdict, transitions, regions, because } = change;
  const ids = [nameOf(change)];
  if (verdict === 'cosmetic')
    return [{ label: '=', ids, says: `${sameText(regions)}.`, below: [] }];
  if (verdict === 'not-proved')
    return [{ label: '?', ids, says: `NOT PROVED: ${because ?? 'not decided'}.`, below: [] }];
  return transitions.map((transition) => {
    const { direction, witness, masked } = transition;
    const { lost, gained } = changedWords(transition);
    return {
      label: verdict === 'words' ? 'TOLD OTHERWISE' : DIRECTIONS[direction],
      ids,
      says: `${changeText(transition)}${masked ? ', and nothing of that shows in the result' : ''}`,
      below: [
        `for example: ${witnessText(witness.answers)}`,
        ...lost.map((line) => `- ${line}`),
        ...gained.map((line) => `+ ${line}`),
      ],
    };
  });
}

/** Of a patient whom several rules change in the same way, once. */
function alike(changes: readonly ToldChange[]): ToldChange[] {
  const told = new Map<string, ToldChange>();
  for (const { ids, ...change } of changes) {
    const key = JSON.stringify(change);
    told.set(key, { ...change, ids: [...(told.get(key)?.ids ?? []), ...ids] });
  }
  return [...told.values()];
}

function changeLines({ label, ids, says, below }: ToldChange, palette: Palette): string[] {
  const shown =
    label === DIRECTIONS.looser
      ? palette.stop(label)
      : label === '?'
        ? palette.caution(label)
        : label;
  const indent = label.length === 1 ? 4 : Math.max(12, label.length + 4);
  return [
    ...labelled(label, `${ids.join(', ')}: ${says}`, indent, shown),
    ...below.flatMap((line) => labelled('', line, 8)),
  ];
}

/** What was proved of a rule by which everybody is decided as before. */
export function sameText(regions: number): string {
  return `PROVED to decide the same for every patient${regions === 0 ? '; nothing that it reads differs' : ` (${regions} regions)`}`;
}

const BASIS =
  'Each rule that reads something that changed was compared over every region into which its tests cut the answers ' +
  '(unanswered is a region; any number of other medicines, of which only what they make true or open can matter), ' +
  'for a procedure at the moment of the healthy patient’s: ';

/** Why no other patient is decided differently, and what stands open. */
export function scopeLines({ parts, changes, untouched, rules, procedureAt }: RulesDiff): string[] {
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
    `${outside}${BASIS}${procedureAt}.`,
    ...boundsLines(parts),
  ];
}

/** What was not compared, or not for everybody, where a part of this kind is written differently. */
const BOUNDS: readonly (readonly [RulesDiff['parts'][number]['kind'], string])[] = [
  [
    'name',
    'Medicines were compared by the names that are written in either formulary; their misspellings were not.',
  ],
  [
    'reading',
    'NOT PROVED of every line that can be written: lines of medicines are read otherwise, which was tried on lines that hold the changed words and on every name by itself.',
  ],
  [
    'wording',
    'Words that several rules share were changed: to whom they are said, they are said as listed above.',
  ],
  [
    'site',
    'The sites differ: what an intake leaves open is planned otherwise, or the earliest date moves, as is listed above; the comparison is of patients of whom the plan was answered.',
  ],
  [
    'chart',
    'The comparison begins with the answers: what a chart’s words and codes become as answers is listed above.',
  ],
];

function boundsLines(parts: RulesDiff['parts']): string[] {
  const kinds = new Set(parts.map(({ kind }) => kind));
  return [
    ...BOUNDS.flatMap(([kind, text]) => (kinds.has(kind) ? [text] : [])),
    ...rangeLines(parts),
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
