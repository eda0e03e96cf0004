/** The result as a nurse reads it: headline, why, what to tell, what to ask, earliest date. */
import type { Finding, ScreenResult } from '../evaluation/result.ts';
import type { Disposition } from '../rules/schema/common.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { formatLocalTime, formatShortTime } from '../time/format-local.ts';
import { readBack } from '../time/parse-time.ts';
import type { Zone } from '../time/zone.ts';
import { groundsText } from './grounds-text.ts';
import { earliestWords } from './earliest-words.ts';
import type { Palette } from './palette.ts';
import { bullet, labelled, wrap, WIDTH } from './wrap.ts';

/** What a summary needs beside the result. */
export interface SummaryOptions {
  readonly palette: Palette;
  readonly zone: Zone;
  readonly ruleSet: RuleSet;
  /** The procedure in words, by its name in the intake. */
  readonly procedure: string;
  /** Everything: aftercare, notes and the questions for the day in full. */
  readonly full: boolean;
}

export const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  go: 'GO',
  'contact-physician': 'CONTACT PHYSICIAN',
  hold: 'HOLD',
};
const LABELS: Readonly<Record<Disposition, string>> = {
  go: 'note',
  'contact-physician': 'CONTACT',
  hold: 'HOLD',
};
const LABEL_COLUMN = 12;
const TIME_COLUMN = 20;

export function summaryText(result: ScreenResult, options: SummaryOptions): string {
  const { full } = options;
  const parts = [
    headline(result, options),
    section('Why', whyLines(result, options), options),
    section('Tell the patient', instructionLines(result, ['patient'], options), options),
    section(
      'For nurse and physician',
      instructionLines(result, ['nurse', 'physician'], options),
      options,
    ),
    section(
      'Still to ask',
      result.missing.flatMap(({ fact, text }) => bullet(`${text} (${fact})`)),
      options,
    ),
    section('On the day', checkLines(result, full), options),
    section('Medicines', medicineLines(result), options),
    section('Notes', noteLines(result), options),
    section('Sources', sourceLines(result, options), options),
    footer(result, options),
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

/** "HOLD, and contact physician": the most restrictive, and the others by name. */
export function headlineWords({ disposition, urgency, findings }: ScreenResult): string {
  const others = new Set(findings.map((each) => each.disposition));
  const also =
    disposition === 'hold' && others.has('contact-physician') ? ', and contact physician' : '';
  const urgent = { routine: '', 'same-day': ' (same day)', emergency: '' }[urgency];
  return `${urgency === 'emergency' ? 'EMERGENCY: call emergency services now. ' : ''}${DISPOSITION_WORDS[disposition]}${also}${urgent}`;
}

function headline(result: ScreenResult, { palette, zone, procedure }: SummaryOptions): string {
  const paint = { hold: palette.stop, 'contact-physician': palette.caution, go: palette.go }[
    result.disposition
  ];
  const at = formatLocalTime(readBack(result.procedure_at), zone);
  const screened = formatLocalTime(readBack(result.evaluated_at), zone);
  const words = headlineWords(result);
  const beside = `${words}   ${result.id}`.length <= WIDTH;
  return [
    `${paint(words)}${beside ? `   ${palette.quiet(result.id)}` : ''}`,
    ...(beside ? [] : [palette.quiet(result.id)]),
    ...wrap(`${procedure}, ${at}`, WIDTH),
    palette.quiet(`screened ${screened} (${zone.id})`),
    ...wrap(earliestWords(result, zone), WIDTH),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[], { palette }: SummaryOptions): string {
  return lines.length === 0 ? '' : `${palette.heading(title)}\n${lines.join('\n')}\n`;
}

/** Every finding that stands in the way. Those for questions that were not asked are one line: the questions stand below. */
function whyLines({ findings }: ScreenResult, options: SummaryOptions): string[] {
  const standing = findings.filter(({ disposition }) => disposition !== 'go');
  const unasked = standing.filter(({ because, subject }) => because[subject] === 'not-asked');
  const lines = (disposition: Disposition): string[] =>
    standing
      .filter((each) => each.disposition === disposition && !unasked.includes(each))
      .flatMap((each) => findingLines(each, options));
  const count =
    unasked.length === 1 ? 'A required question was' : `${unasked.length} required questions were`;
  const asked = labelled(
    'HOLD',
    `${count} not asked yet: see below.`,
    LABEL_COLUMN,
    options.palette.stop('HOLD'),
  );
  return [...lines('hold'), ...(unasked.length === 0 ? [] : asked), ...lines('contact-physician')];
}

function findingLines(finding: Finding, { palette }: SummaryOptions): string[] {
  const label = finding.urgency === 'emergency' ? 'EMERGENCY' : LABELS[finding.disposition];
  const paint = finding.disposition === 'hold' ? palette.stop : palette.caution;
  const grounds = [finding.rule, ...finding.sources, finding.evidence].join(' · ');
  return [
    ...labelled(label, finding.message, LABEL_COLUMN, paint(label)),
    ...(finding.action === undefined ? [] : labelled('', finding.action, LABEL_COLUMN)),
    ...wrap(grounds, WIDTH - LABEL_COLUMN).map(
      (line) => `${' '.repeat(LABEL_COLUMN)}${palette.quiet(line)}`,
    ),
  ];
}

/** Dated steps first, then what has no hour; the aftercare, the same for everybody, only in full. */
function instructionLines(
  result: ScreenResult,
  whom: readonly string[],
  options: SummaryOptions,
): string[] {
  const { zone, full, ruleSet } = options;
  const own = result.instructions.filter((each) => whom.includes(each.for));
  const dated = own.flatMap(({ at, text }) =>
    at === undefined ? [] : labelled(formatShortTime(readBack(at), zone), text, TIME_COLUMN),
  );
  const undated = own.filter(({ at }) => at === undefined);
  const general = undated.filter(({ rule }) => !full && isGeneral(rule, ruleSet));
  const special = undated
    .filter((each) => !general.includes(each))
    .flatMap(({ text }) => bullet(text));
  const more =
    general.length === 0
      ? []
      : bullet(`and ${general.length} lines for every patient, of aftercare and consent (--full)`);
  return [...dated, ...special, ...more];
}

/** Whether a rule only instructs, and not about a medicine: then it says the same to every patient. */
function isGeneral(rule: string, { rules }: RuleSet): boolean {
  const found = rules.find(({ id }) => id === rule);
  return found !== undefined && found.message === undefined && found.each_medicine === undefined;
}

function checkLines({ checks_on_the_day: checks }: ScreenResult, full: boolean): string[] {
  const isDose = ({ fact }: { readonly fact: string }): boolean =>
    fact === 'medications' || fact === 'supplements';
  const questions = checks.filter((each) => !isDose(each));
  const doses = checks.filter(isDose).flatMap(({ text }) => bullet(text));
  if (full) return [...questions.flatMap(({ text }) => bullet(text)), ...doses];
  const again = `Ask again, or for the first time: ${questions.map(({ fact }) => fact).join(', ')}`;
  return [...doses, ...(questions.length === 0 ? [] : bullet(again))];
}

function medicineLines({ medicines }: ScreenResult): string[] {
  return medicines.flatMap(({ as_written: written, recognised, action, match }) => {
    const what = recognised ?? 'not recognised';
    const how = match === 'spelling' ? `${what} (by spelling: confirm)` : what;
    return bullet(
      `${written}: ${how}${match === 'none' ? '' : `, ${action.replaceAll('-', ' ')}`}`,
    );
  });
}

function noteLines({ findings }: ScreenResult): string[] {
  return findings
    .filter(({ disposition }) => disposition === 'go')
    .flatMap(({ message, rule }) => bullet(`${message} (${rule})`));
}

function sourceLines({ findings }: ScreenResult, { ruleSet }: SummaryOptions): string[] {
  const cited = new Set(
    findings.filter(({ disposition }) => disposition !== 'go').flatMap((each) => each.sources),
  );
  return ruleSet.sources
    .filter(({ id }) => cited.has(id))
    .flatMap(({ id, authors, year, title, doi }) => {
      return bullet(
        `${id}: ${authors} (${year}) ${title}${doi === undefined ? '' : `, doi ${doi}`}`,
      );
    });
}

function footer({ ruleset }: ScreenResult, { palette }: SummaryOptions): string {
  const grounds = groundsText({ ...ruleset, digest: ruleset.digest.slice(0, 19) });
  return wrap(`${grounds} This supports a clinician and decides nothing in their place.`, WIDTH)
    .map((line) => palette.quiet(line))
    .join('\n');
}
