/** The sentences of the rules in the patient's language. What has no translation stays English, and says so. */
import type { InstructionLine } from '../../evaluation/result.ts';
import { planTexts } from '../../rules/patient-texts.ts';
import type { Instruction } from '../../rules/schema/rule.ts';
import { fillSlots } from '../../rules/slots.ts';
import { formatLocalTime } from '../../time/format-local.ts';
import { readBack } from '../../time/parse-time.ts';
import type { PaperSource } from './paper-source.ts';
import { patientTime } from './patient-time.ts';
import { wordsOf } from './words-of.ts';

export interface SheetText {
  readonly text: string;
  /** It has no translation: this is the English. */
  readonly isUntranslated: boolean;
}

export interface Translator {
  /** A sentence that has no {names}, as it stands in the rules. */
  readonly sentence: (english: string) => SheetText;
  /** An instruction, with the dates as patients read them. */
  readonly told: (line: InstructionLine) => SheetText;
  /** Whether a clinician has signed all that was translated; true in English. */
  readonly isReviewed: boolean;
}

export function translatorOf(
  source: Pick<PaperSource, 'ruleSet' | 'zone' | 'language'>,
): Translator {
  const { ruleSet, zone, language } = source;
  const words = wordsOf(language);
  const own = ruleSet.translations.filter((each) => each.language === language);
  const known = new Map(own.flatMap(({ texts }) => texts.map(({ from, to }) => [from, to])));
  const sentence = (english: string): SheetText => {
    const text = language === 'en' ? english : known.get(english);
    if (text !== undefined) return { text, isUntranslated: false };
    return { text: `${words.untranslated} ${english}`, isUntranslated: true };
  };
  const told = (line: InstructionLine): SheetText => {
    const template = wordingOf(line, source)?.text ?? line.text;
    const { text, isUntranslated } = sentence(template);
    const values = valuesAs(line, (instant) => patientTime(instant, zone, words));
    return { text: fillSlots(text, values), isUntranslated };
  };
  const isSigned = own.length > 0 && own.every(({ reviewed }) => reviewed !== undefined);
  const isReviewed = language === 'en' || isSigned;
  return { sentence, told, isReviewed };
}

/** The instruction of the rules that a line was made from; undefined when these are not the rules that made it. */
export function wordingOf(
  line: InstructionLine,
  { ruleSet, zone }: Pick<PaperSource, 'ruleSet' | 'zone'>,
): Pick<Instruction, 'text' | 'phase'> | undefined {
  const rule = ruleSet.rules.find(({ id }) => id === line.rule);
  const possible = [...(rule?.instructions ?? []), ...Object.values(planTexts(ruleSet, rule))];
  const values = valuesAs(line, (instant) => formatLocalTime(instant, zone));
  return possible.find(
    (each) => each.for === line.for && fillSlots(each.text, values) === line.text,
  );
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T/;

function valuesAs(
  { values = {} }: InstructionLine,
  time: (instant: number) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      DATE_TIME.test(value) ? time(readBack(value)) : value,
    ]),
  );
}
