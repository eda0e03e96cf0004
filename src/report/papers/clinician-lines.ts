/** What the papers for clinicians have in common, so that they say it in the same words. */
import type { Finding, ScreenResult } from '../../evaluation/result.ts';
import type { IntakeMedicine } from '../../intake/answers.ts';
import { procedurePlan } from '../../evaluation/screen.ts';
import { REASON_WORDS } from '../../interview/words/medicine-words.ts';
import { momentWords } from '../../interview/words/moment-words.ts';
import { medicinePlace } from '../../interview/notes.ts';
import { formatLocalTime, formatShortTime } from '../../time/format-local.ts';
import { readBack } from '../../time/parse-time.ts';
import type { Zone } from '../../time/zone.ts';
import { earliestWords } from '../earliest-words.ts';
import { questionLabel } from '../question-label.ts';
import { type PaperSource, procedureWords } from './paper-source.ts';
import { field, hanging, item } from './plain-layout.ts';

const LABELS = { hold: 'HOLD', 'contact-physician': 'CONTACT', go: 'Note' } as const;

/** Who, what, when and by whom. */
export function headLines(source: PaperSource): string[] {
  const { result, intake, zone, site, recordId = '', screenedBy } = source;
  const plan = [...procedurePlan(intake, site)].map(
    ([fact, value]) => `${fact.slice('procedure.'.length)} ${value === true ? 'yes' : 'no'}`,
  );
  const by = screenedBy === undefined ? '' : `, by ${screenedBy}`;
  return [
    ...field('Patient', result.id),
    ...field('Clinic', site.name),
    ...field('Procedure', procedureWords(source)),
    ...field('Planned', plan.join(', ')),
    ...field('At', `${formatLocalTime(intake.procedure_at, zone)} (${zone.id})`),
    ...field('Screened', `${formatLocalTime(intake.screened_at, zone)}${by}`),
    ...field('Record', recordId),
    ...hanging('', earliestWords(result, zone)).filter((line) => line !== ''),
  ];
}

/** Everything that stands in the way, the most restrictive first, with what it rests on. */
export function findingLines(source: PaperSource, withAction: boolean): string[] {
  const findings = standing(source.result);
  if (findings.length === 0) return item('Nothing stands in the way.');
  return findings.flatMap((finding, index) => {
    const label = finding.urgency === 'emergency' ? 'EMERGENCY' : LABELS[finding.disposition];
    const soon = finding.urgency === 'same-day' ? ' (same day)' : '';
    return [
      ...hanging(`${index + 1}. `, `${label}${soon}: ${finding.message}`),
      ...(withAction && finding.action !== undefined ? hanging('   ', finding.action) : []),
      ...groundsLines(finding, source),
    ];
  });
}

/** The findings that are no mere notes. */
export function standing({ findings }: ScreenResult): Finding[] {
  return findings.filter(({ disposition }) => disposition !== 'go');
}

function groundsLines(
  { because, rule, sources, evidence, disagreement }: Finding,
  { zone, ruleSet }: PaperSource,
): string[] {
  const used = Object.entries(because).map(
    ([fact, value]) => `${questionLabel(fact, ruleSet)}: ${shown(value, zone)}`,
  );
  return [
    ...(used.length === 0 ? [] : hanging('   ', `Answers used: ${used.join('; ')}.`)),
    ...hanging('   ', `Rule: ${[rule, ...sources, evidence].join(', ')}.`),
    ...(disagreement === undefined ? [] : hanging('   ', `Other sources: ${disagreement}`)),
  ];
}

function shown(value: unknown, zone: Zone): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? formatLocalTime(readBack(text), zone) : text;
}

/** Every medicine with what was told of it and what the rules make of it. */
export function medicineLines(source: PaperSource): string[] {
  const { result, intake } = source;
  return result.medicines.flatMap(({ as_written: written, recognised, match, action }) => {
    const known = recognised ?? 'NOT RECOGNISED';
    const how = match === 'spelling' ? ', by spelling: confirm' : '';
    const given = intake.medicines.filter(({ name }) => name === written);
    const told = [...new Set(given.map((each) => toldOf(each, source)))].filter(
      (each) => each !== '',
    );
    const parts = [action.replaceAll('-', ' '), ...told].filter((each) => each !== 'unrecognised');
    return item(`${written} (${known}${how})${parts.length === 0 ? '' : `: ${parts.join('; ')}`}`);
  });
}

function toldOf(
  {
    last_taken: taken,
    still_taking: still,
    taken_for: reason,
    prescriber_agrees: agrees,
    list,
    index,
  }: IntakeMedicine,
  { zone, intake, notes = {} }: PaperSource,
): string {
  const note = notes[medicinePlace(list, index)];
  const towards = { zone, procedureAt: intake.procedure_at };
  return [
    taken === undefined ? '' : `last dose ${momentWords(zone.localOf(taken), towards)}`,
    still === undefined ? '' : still ? 'still taken' : 'no longer taken',
    reason === undefined ? '' : `for: ${REASON_WORDS[reason] ?? reason}`,
    agrees === undefined ? '' : agrees ? 'pause agreed by the prescriber' : 'pause not agreed',
    note === undefined ? '' : `noted: ${note}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** What those were told, or are to do, in the order of time. */
export function instructionLines(
  { result, zone }: PaperSource,
  whom: readonly ScreenResult['instructions'][number]['for'][],
): string[] {
  return linesOf(
    result.instructions.filter((each) => whom.includes(each.for)),
    zone,
  );
}

/** What the patient is to do at an hour, or about a medicine: what a physician may want otherwise. */
export function stepLines({ result, zone }: PaperSource): string[] {
  const steps = result.instructions.filter(
    ({ for: whom, at, values = {} }) =>
      whom === 'patient' && (at !== undefined || 'medicine' in values),
  );
  return linesOf(steps, zone);
}

function linesOf(instructions: ScreenResult['instructions'], zone: Zone): string[] {
  return instructions.flatMap(({ at, text }) =>
    item(at === undefined ? text : `${formatShortTime(readBack(at), zone)}: ${text}`),
  );
}
