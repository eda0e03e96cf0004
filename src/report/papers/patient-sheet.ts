/** What the patient takes home, before it is text, page or PDF: the same sentences in the same order in all three. */
import type { ScreenResult } from '../../evaluation/result.ts';
import type { Disposition } from '../../rules/schema/common.ts';
import { readBack } from '../../time/parse-time.ts';
import type { Instant } from '../../time/zone.ts';
import { type PaperSource, procedureWords } from './paper-source.ts';
import { patientDate, patientTime } from './patient-time.ts';
import { wordsOf } from './words-of.ts';
import { type SheetText, type Translator, translatorOf, wordingOf } from './translator.ts';

/** A step at an hour. The procedure itself is one, when it goes ahead. */
interface SheetStep {
  readonly at: Instant;
  readonly when: string;
  readonly what: SheetText;
  readonly isProcedure: boolean;
}

interface SheetGroup {
  readonly title: string;
  readonly items: readonly SheetText[];
}

export interface PatientSheet {
  readonly language: PaperSource['language'];
  readonly title: string;
  readonly clinic: string;
  /** Whom, what, when, and where to call, by name. */
  readonly facts: readonly { readonly name: string; readonly text: SheetText }[];
  /** That the translation needs a review; empty when it does not. */
  readonly warning: string;
  /** Then the status comes before everything else. */
  readonly isEmergency: boolean;
  /** Where the visit stands, the most urgent first. */
  readonly status: readonly SheetText[];
  readonly stepsTitle: string;
  readonly steps: readonly SheetStep[];
  readonly groups: readonly SheetGroup[];
  readonly foot: string;
}

export function patientSheet(source: PaperSource): PatientSheet {
  const { result, zone, language, site } = source;
  const words = wordsOf(language);
  const translator = translatorOf(source);
  return {
    language,
    title: standingDisposition(source) === 'hold' ? words.titleOfHold : words.title,
    clinic: site.name,
    facts: factsOf(source, translator),
    warning: translator.isReviewed ? '' : words.unreviewed,
    isEmergency: result.urgency === 'emergency',
    status: statusOf(source).map(translator.sentence),
    stepsTitle: words.steps,
    steps: stepsOf(source, translator),
    groups: groupsOf(source, translator),
    foot: words.madeOn(patientDate(readBack(result.evaluated_at), zone, words)),
  };
}

function factsOf(source: PaperSource, translator: Translator): PatientSheet['facts'] {
  const { result, zone, site, language } = source;
  const words = wordsOf(language);
  const { labels } = words;
  const plain = (text: string): SheetText => ({ text, isUntranslated: false });
  return [
    { name: labels.patient, text: plain(result.id) },
    { name: labels.procedure, text: translator.sentence(procedureWords(source)) },
    { name: labels.when, text: plain(patientDate(readBack(result.procedure_at), zone, words)) },
    { name: labels.clinic, text: plain(site.name) },
    { name: labels.phone, text: plain(site.phone) },
  ];
}

/** Where the visit stands, in the sentences of the rules. */
export function statusOf(source: PaperSource): string[] {
  const { result, ruleSet } = source;
  const { sheet } = ruleSet;
  if (result.urgency === 'emergency') return [sheet.emergency, sheet.medicines];
  const disposition = standingDisposition(source);
  return [
    ...(result.urgency === 'same-day' ? [sheet.same_day] : []),
    ...stateOf(source),
    sheet.medicines,
    ...(disposition === 'hold' ? [] : [sheet.changes]),
  ];
}

function stateOf(source: PaperSource): string[] {
  const { result, ruleSet } = source;
  const { sheet } = ruleSet;
  const disposition = standingDisposition(source);
  // The rules have no steps for a visit that they hold.
  if (result.disposition === 'hold' && disposition !== 'hold') return [sheet.decided];
  if (disposition === 'go') return [sheet.go];
  if (disposition === 'contact-physician') return [sheet.contact_physician];
  const holds = result.findings.filter((each) => each.disposition === 'hold');
  const unasked = holds.filter(({ because, subject }) => because[subject] === 'not-asked');
  return [
    ...(holds.length === 0 || unasked.length < holds.length ? [sheet.hold] : []),
    ...(unasked.length > 0 ? [sheet.not_asked] : []),
  ];
}

/** What holds now: the last decision of a physician or, without one, the result. */
export function standingDisposition({ result, overrides = [] }: PaperSource): Disposition {
  return overrides.at(-1)?.disposition ?? result.disposition;
}

/** What the patient is told; nothing is done for a visit that was let go ahead by the rules and is on hold now. */
function toldLines(source: PaperSource): ScreenResult['instructions'] {
  const { instructions, disposition } = source.result;
  const isOff = standingDisposition(source) === 'hold' && disposition !== 'hold';
  return isOff ? [] : instructions.filter((each) => each.for === 'patient');
}

/** What the patient is told to do at an hour. */
export function datedLines(source: PaperSource): ScreenResult['instructions'] {
  return toldLines(source).filter(({ at }) => at !== undefined);
}

function stepsOf(source: PaperSource, translator: Translator): SheetStep[] {
  const { result, zone, language } = source;
  const words = wordsOf(language);
  const step = (at: Instant, what: SheetText, isProcedure: boolean): SheetStep => ({
    at,
    when: patientTime(at, zone, words),
    what,
    isProcedure,
  });
  const told = datedLines(source).map((line) =>
    step(readBack(line.at ?? ''), translator.told(line), false),
  );
  if (standingDisposition(source) === 'hold') return told;
  const what = { text: words.atProcedure, isUntranslated: false };
  return [...told, step(readBack(result.procedure_at), what, true)].toSorted((a, b) => a.at - b.at);
}

/** What has no hour, by when it is done. */
function groupsOf(source: PaperSource, translator: Translator): SheetGroup[] {
  const { phases } = wordsOf(source.language);
  const lines = toldLines(source).filter(({ at }) => at === undefined);
  return (['before', 'day', 'after'] as const).flatMap((phase) => {
    const own = lines.filter((line) => (wordingOf(line, source)?.phase ?? 'before') === phase);
    return own.length === 0 ? [] : [{ title: phases[phase], items: own.map(translator.told) }];
  });
}
