/** The result as a nurse reads it: headline, why, what to tell, what to ask, earliest date. */
import { prescriberRules } from '../batch/worklist.ts';
import type { Finding, ScreenResult } from '../evaluation/result.ts';
import type { Intake } from '../intake/answers.ts';
import type { Disposition } from '../rules/schema/common.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { formatLocalTime } from '../time/format-local.ts';
import { readBack } from '../time/parse-time.ts';
import type { Zone } from '../time/zone.ts';
import { DISPOSITION_WORDS } from './disposition-words.ts';
import { groundsText } from './grounds-text.ts';
import { earliestWords } from './earliest-words.ts';
import { nextWords } from './next-words.ts';
import type { Palette } from './palette.ts';
import { questionLabel } from './question-label.ts';
import { timeLine, timeLineRow } from './time-line.ts';
import { bullet, labelled, wrap, WIDTH } from './wrap.ts';

/** What a summary needs beside the result. */
export interface SummaryOptions {
  readonly palette: Palette;
  readonly zone: Zone;
  readonly ruleSet: RuleSet;
  /** The procedure in words, by its name in the intake. */
  readonly procedure: string;
  /** The answers, where they are at hand: the time line then starts from what was told. */
  readonly intake?: Intake | undefined;
  /** Everything: aftercare, notes and the questions for the day in full. */
  readonly full: boolean;
}

const LABELS: Readonly<Record<Disposition, string>> = {
  go: 'note',
  'contact-physician': 'CONTACT',
  hold: 'HOLD',
};
const LABEL_COLUMN = 12;

export function summaryText(result: ScreenResult, options: SummaryOptions): string {
  const parts = [
    headline(result, options),
    section('Why', whyLines(result, options), options),
    section('Time line', timeLines(result, options), options),
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
    section('On the day', checkLines(result, options), options),
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

function headline(
  result: ScreenResult,
  { palette, zone, procedure, ruleSet }: SummaryOptions,
): string {
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
    ...wrap(nextWords(result, prescriberRules(ruleSet)), WIDTH),
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

/** The time line, and in its last row how much there is of aftercare, the same for everybody. */
function timeLines(result: ScreenResult, options: SummaryOptions): string[] {
  const lines = timeLine(result, options);
  const { length } = result.instructions.filter((each) => isLeftOut(each, options));
  const more = `Aftercare and consent: ${length} lines for every patient (--full)`;
  return length === 0 ? lines : [...lines, ...timeLineRow('', '', more, options.palette)];
}

/** What has no hour. */
function instructionLines(
  result: ScreenResult,
  whom: readonly string[],
  options: SummaryOptions,
): string[] {
  return result.instructions
    .filter((each) => whom.includes(each.for) && each.at === undefined && !isLeftOut(each, options))
    .flatMap(({ text }) => bullet(text));
}

/** The aftercare and the like, unless all is asked for. */
function isLeftOut(
  { at, rule }: ScreenResult['instructions'][number],
  { full, ruleSet }: SummaryOptions,
): boolean {
  return at === undefined && !full && isGeneral(rule, ruleSet);
}

/** Whether a rule only instructs, and not about a medicine: then it says the same to every patient. */
function isGeneral(rule: string, { rules }: RuleSet): boolean {
  const found = rules.find(({ id }) => id === rule);
  return found !== undefined && found.message === undefined && found.each_medicine === undefined;
}

function checkLines(
  { checks_on_the_day: checks }: ScreenResult,
  { full, ruleSet }: SummaryOptions,
): string[] {
  const isDose = ({ fact }: { readonly fact: string }): boolean =>
    fact === 'medications' || fact === 'supplements';
  const questions = checks.filter((each) => !isDose(each));
  const doses = checks.filter(isDose).flatMap(({ text }) => bullet(text));
  if (full) return [...questions.flatMap(({ text }) => bullet(text)), ...doses];
  const asked = questions.map(({ fact }) => questionLabel(fact, ruleSet)).join(', ');
  return [
    ...doses,
    ...(questions.length === 0 ? [] : bullet(`Ask again, or for the first time: ${asked}`)),
  ];
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
