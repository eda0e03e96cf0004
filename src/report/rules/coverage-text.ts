import { stringify } from 'yaml';

import type { Coverage, Shown } from '../../audit/coverage/coverage.ts';
import type { Gap } from '../../audit/coverage/gaps.ts';
import type { Suggestion } from '../../audit/coverage/suggest.ts';
import { TARGET_KINDS, type TargetKind } from '../../audit/coverage/target.ts';
import { formatPlace } from '../../source/diagnostic.ts';
import type { Palette } from '../palette.ts';
import { labelled, wrap, WIDTH } from '../wrap.ts';

export interface CoverageText {
  readonly coverage: Coverage;
  readonly gaps: readonly Gap[];
  /** Every target by itself, with the trial that shows it. */
  readonly detailed: boolean;
}

/** What is covered, in counts; then what is not, each with a patient to paste as an example. */
export function coverageText({ coverage, gaps, detailed }: CoverageText, palette: Palette): string {
  const { shown, examples, cases } = coverage;
  const of = (is: string): Gap[] => gaps.filter(({ suggested }) => suggested.is === is);
  const [missing, impossible, open] = [of('example'), of('impossible'), of('open')];
  const lines = [
    palette.heading(`Covered by ${examples} examples and ${cases} cases`),
    ...countsOf(coverage).map(({ title, covered, all }) => countLine(covered, all, title)),
    ...(detailed ? ['', ...detailLines(shown, palette)] : []),
    ...section(
      'NOT COVERED',
      palette.stop,
      missing,
      'Paste what you confirm under `examples:` of any rule file. `expect` is what the rules say now: correct it where they are wrong.',
    ),
    ...section(
      'NOT PROVED',
      palette.caution,
      open,
      'Neither a patient nor a proof was found. Write an example, or simplify the rule.',
    ),
    ...section(
      'CANNOT BE',
      palette.heading,
      byPlace(impossible),
      'PROVED: no patient shows these, so no example is missing.',
    ),
    '',
    verdictLine(missing, open, palette),
  ];
  return `${lines.join('\n')}\n`;
}

export interface Count {
  readonly kind: TargetKind;
  readonly title: string;
  readonly covered: number;
  readonly all: number;
}

export function countsOf({ shown }: Pick<Coverage, 'shown'>): Count[] {
  return Object.entries(TARGET_KINDS).flatMap(([key, title]) => {
    const own = shown.filter(({ target }) => target.kind === key);
    const kind = own[0]?.target.kind;
    if (!kind) return [];
    return [{ kind, title, covered: own.filter(({ by }) => by).length, all: own.length }];
  });
}

function countLine(covered: number, all: number, title: string): string {
  return `  ${String(covered).padStart(5)} of ${String(all).padStart(5)}  ${title}`;
}

function detailLines(shown: readonly Shown[], palette: Palette): string[] {
  return shown.flatMap(({ target, by }, index) => [
    ...(shown[index - 1]?.target.of === target.of ? [] : [palette.heading(target.of)]),
    ...labelled(
      by ? 'ok' : 'no',
      `${target.says}: ${by ? by.name : 'no example'}`,
      7,
      by ? 'ok' : palette.caution('no'),
    ),
  ]);
}

type Paint = (text: string) => string;

function section(title: string, paint: Paint, gaps: readonly Gap[], note: string): string[] {
  if (gaps.length === 0) return [];
  const count = gaps.reduce((sum, { targets }) => sum + targets.length, 0);
  return [
    '',
    `${paint(title)} (${count})`,
    ...wrap(note, WIDTH - 2).map((line) => `  ${line}`),
    ...gaps.flatMap(gapLines),
  ];
}

/** What one proof excludes at one place is said together. */
function byPlace(gaps: readonly Gap[]): Gap[] {
  const places = new Map<string, Gap>();
  for (const gap of gaps) {
    const { targets, suggested } = gap;
    const regions = suggested.is === 'impossible' ? suggested.regions : 0;
    const place = targets.map(({ span }) => `${formatPlace(span)} ${regions}`).join();
    const before = places.get(place);
    places.set(place, before ? { ...gap, targets: [...before.targets, ...targets] } : gap);
  }
  return [...places.values()];
}

function gapLines({ targets, suggested }: Gap): string[] {
  const places = targets.map(({ span }) => formatPlace(span));
  const [first = ''] = places;
  return [
    '',
    `  ${first}`,
    ...targets.flatMap(({ of, says }) =>
      wrap(`${of}: ${says}`, WIDTH - 4).map((line) => `    ${line}`),
    ),
    ...(suggested.is === 'open' ? labelled('', `${suggested.because}.`, 4) : []),
    ...(suggested.is === 'impossible' ? [`    PROVED over ${suggested.regions} regions.`] : []),
    ...(suggested.is === 'example' ? exampleLines(suggested.suggestion, 6) : []),
  ];
}

/** An example as it stands in a rule file. */
export function exampleLines({ rule, given, expect, also }: Suggestion, indent: number): string[] {
  const name = nameOf(given);
  const text = stringify([{ rule, name, given, expect, ...also }], { lineWidth: WIDTH - indent });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}`);
}

/** A first name for an example: what differs from the healthy patient. */
function nameOf(given: Suggestion['given']): string {
  const words = Object.entries(given).map(([fact, value]) => {
    if (!Array.isArray(value) || fact !== 'medications') return `${fact} ${word(value)}`;
    return value.map(medicineName).join(' and ');
  });
  return words.length === 0 ? 'the healthy patient' : words.join(', ');
}

function medicineName(medicine: unknown): string {
  if (typeof medicine !== 'object' || medicine === null) return word(medicine);
  const [name, ...told] = Object.values(medicine).map(word);
  return [name, ...told].join(' ');
}

function word(value: unknown): string {
  if (value === null) return 'not asked';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(word).join(' and ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function verdictLine(missing: readonly Gap[], open: readonly Gap[], palette: Palette): string {
  if (missing.length > 0) return palette.stop(`${missing.length} examples are missing.`);
  if (open.length > 0) return palette.caution('Not everything was proved.');
  return 'Everything that a patient can show is shown by an example or a case.';
}
