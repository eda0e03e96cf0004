/** The result as a nurse reads it: headline, why, what to tell, what to ask, earliest date. */
import type { Finding, ScreenResult } from '../evaluation/result.ts';
import type { Disposition } from '../rules/schema/common.ts';
import type { Source } from '../rules/schema/rule-file.ts';
import { formatLocalTime } from '../time/format-local.ts';
import type { Zone } from '../time/zone.ts';
import type { Palette } from './palette.ts';
import { labelled, wrap, WIDTH } from './wrap.ts';

/** What a summary needs beside the result. */
export interface SummaryOptions {
  readonly palette: Palette;
  readonly zone: Zone;
  readonly sources: readonly Source[];
  readonly procedure: string;
}

const WORDS: Readonly<Record<Disposition, string>> = {
  go: 'GO',
  'contact-physician': 'CONTACT PHYSICIAN',
  hold: 'HOLD',
};
const LABELS: Readonly<Record<Disposition, string>> = { go: 'note', 'contact-physician': 'CONTACT', hold: 'HOLD' };
const COLUMN = 12;
const TIME_COLUMN = 26;

export function summaryText(result: ScreenResult, options: SummaryOptions): string {
  const parts = [
    headline(result, options),
    section('Why', result.findings.filter(({ disposition }) => disposition !== 'go').flatMap((f) => findingLines(f, options)), options),
    section('Tell the patient', instructionLines(result, 'patient', options), options),
    section('For nurse and physician', [
      ...instructionLines(result, 'nurse', options),
      ...instructionLines(result, 'physician', options),
    ], options),
    section('Still to ask', result.missing.flatMap(({ fact, text }) => [...bullet(text), ...quietLine(fact, options)]), options),
    section('Ask again on the day', result.checks_on_the_day.flatMap(({ text }) => bullet(text)), options),
    section('Medicines', medicineLines(result), options),
    section('Notes', result.findings.filter(({ disposition }) => disposition === 'go').flatMap(({ message, rule }) => [...bullet(message), ...quietLine(rule, options)]), options),
    section('Sources', sourceLines(result, options), options),
    footer(result, options),
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

/** "HOLD, and contact physician": the most restrictive, and the others by name. */
export function headlineWords({ disposition, urgency, findings }: ScreenResult): string {
  const others = new Set(findings.map((each) => each.disposition));
  const also = disposition === 'hold' && others.has('contact-physician') ? ', and contact physician' : '';
  const urgent = { routine: '', 'same-day': ' (same day)', emergency: '' }[urgency];
  return `${urgency === 'emergency' ? 'EMERGENCY: call 911 now. ' : ''}${WORDS[disposition]}${also}${urgent}`;
}

function headline(result: ScreenResult, { palette, zone, procedure }: SummaryOptions): string {
  const words = headlineWords(result);
  const paint = { hold: palette.stop, 'contact-physician': palette.caution, go: palette.go }[result.disposition];
  const at = formatLocalTime(Date.parse(result.procedure_at), zone);
  const screened = formatLocalTime(Date.parse(result.evaluated_at), zone);
  const earliest = earliestLine(result, zone);
  return [
    `${paint(words)}   ${palette.quiet(result.id)}`,
    `${procedure}, ${at}`,
    palette.quiet(`screened ${screened} (${zone.id})`),
    ...(earliest === '' ? [] : wrap(earliest, WIDTH)),
    '',
  ].join('\n');
}

function earliestLine({ disposition, earliest_go: earliest }: ScreenResult, zone: Zone): string {
  if (disposition === 'go') return '';
  if (!earliest) return disposition === 'hold' ? 'No earliest date: what holds does not clear with time alone.' : '';
  const at = formatLocalTime(Date.parse(earliest.at), zone);
  return disposition === 'hold' ? `Earliest date: ${at} (${earliest.because.join(', ')})` : '';
}

function section(title: string, lines: readonly string[], { palette }: SummaryOptions): string {
  return lines.length === 0 ? '' : `${palette.heading(title)}\n${lines.join('\n')}\n`;
}

function findingLines(finding: Finding, options: SummaryOptions): string[] {
  const { palette } = options;
  const label = finding.urgency === 'emergency' ? 'EMERGENCY' : LABELS[finding.disposition];
  const paint = finding.disposition === 'hold' ? palette.stop : palette.caution;
  const grounds = [finding.rule, ...finding.sources, finding.evidence].join(' · ');
  return [
    ...labelled(label, finding.message, COLUMN, paint(label)),
    ...(finding.action === undefined ? [] : labelled('', finding.action, COLUMN)),
    ...wrap(grounds, WIDTH - COLUMN).map((line) => `${' '.repeat(COLUMN)}${palette.quiet(line)}`),
  ];
}

function instructionLines(result: ScreenResult, who: string, { zone }: SummaryOptions): string[] {
  return result.instructions
    .filter((each) => each.for === who)
    .flatMap(({ at, text }) => labelled(at === undefined ? '' : formatLocalTime(Date.parse(at), zone), text, TIME_COLUMN));
}

function bullet(text: string): string[] {
  return labelled('-', text, 4);
}

function quietLine(text: string, { palette }: SummaryOptions): string[] {
  return wrap(text, WIDTH - 4).map((line) => `    ${palette.quiet(line)}`);
}

function medicineLines({ medicines }: ScreenResult): string[] {
  return medicines.flatMap(({ as_written: written, recognised, action, match }) => {
    const what = recognised ?? 'not recognised';
    const how = match === 'spelling' ? `${what} (by spelling: confirm)` : what;
    return labelled('-', `${written}: ${how}, ${action.replaceAll('-', ' ')}`, 4);
  });
}

function sourceLines(result: ScreenResult, { sources }: SummaryOptions): string[] {
  const cited = new Set(result.findings.filter(({ disposition }) => disposition !== 'go').flatMap((each) => each.sources));
  return sources
    .filter(({ id }) => cited.has(id))
    .flatMap(({ id, authors, year, title, doi }) => labelled('-', `${id}: ${authors} (${year}) ${title}${doi === undefined ? '' : `, doi ${doi}`}`, 4));
}

function footer({ ruleset }: ScreenResult, { palette }: SummaryOptions): string {
  const overrides = ruleset.overrides.map(({ parameter, value, shipped, by, on }) => `${parameter} is ${value} instead of ${shipped} (${by}, ${on})`);
  const lines = [
    `Rules ${ruleset.id} ${ruleset.version}, ${ruleset.digest.slice(0, 19)}.`,
    overrides.length === 0 ? 'No overrides.' : `Overridden by the site: ${overrides.join('; ')}.`,
    'This supports a clinician and decides nothing in their place.',
  ];
  return wrap(lines.join(' '), WIDTH).map((line) => palette.quiet(line)).join('\n');
}
