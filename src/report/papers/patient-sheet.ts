/** What the patient takes home, before it is text, page or PDF: the same sentences in the same order in all three. */
import type { ScreenResult } from '../../evaluation/result.ts';
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
    title: result.disposition === 'hold' ? words.titleOfHold : words.title,
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
export function statusOf({ result, ruleSet: { sheet } }: PaperSource): string[] {
  const { disposition, urgency } = result;
  if (urgency === 'emergency') return [sheet.emergency, sheet.medicines];
  const holds = result.findings.filter((each) => each.disposition === 'hold');
  const asked = holds.filter(({ because, subject }) => because[subject] !== 'not-asked');
  const state = {
    go: [sheet.go],
    'contact-physician': [sheet.contact_physician],
    hold: [
      ...(asked.length > 0 ? [sheet.hold] : []),
      ...(asked.length < holds.length ? [sheet.not_asked] : []),
    ],
  }[disposition];
  return [
    ...(urgency === 'same-day' ? [sheet.same_day] : []),
    ...state,
    sheet.medicines,
    ...(disposition === 'hold' ? [] : [sheet.changes]),
  ];
}

/** What the patient is told to do at an hour. */
export function datedLines({ instructions }: ScreenResult): ScreenResult['instructions'] {
  return instructions.filter((each) => each.for === 'patient' && each.at !== undefined);
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
  const told = datedLines(result).map((line) =>
    step(readBack(line.at ?? ''), translator.told(line), false),
  );
  if (result.disposition === 'hold') return told;
  const what = { text: words.atProcedure, isUntranslated: false };
  return [...told, step(readBack(result.procedure_at), what, true)].toSorted((a, b) => a.at - b.at);
}

/** What has no hour, by when it is done. */
function groupsOf(source: PaperSource, translator: Translator): SheetGroup[] {
  const { phases } = wordsOf(source.language);
  const lines = source.result.instructions.filter(
    (each) => each.for === 'patient' && each.at === undefined,
  );
  return (['before', 'day', 'after'] as const).flatMap((phase) => {
    const own = lines.filter((line) => (wordingOf(line, source)?.phase ?? 'before') === phase);
    return own.length === 0 ? [] : [{ title: phases[phase], items: own.map(translator.told) }];
  });
}
