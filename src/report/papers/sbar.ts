/** What the nurse tells the physician: situation, background, assessment, request, and room for what is ordered. */
import type { ScreenResult } from '../../evaluation/result.ts';
import type { Answer } from '../../intake/answers.ts';
import { formatLocalTime } from '../../time/format-local.ts';
import { chartLines } from '../chart-words.ts';
import { groundsText } from '../grounds-text.ts';
import { headlineWords } from '../summary-text.ts';
import { answerLines } from './answer-lines.ts';
import { callLines, overrideLines } from './call-lines.ts';
import { findingLines, headLines, medicineLines, standing, stepLines } from './clinician-lines.ts';
import { type PaperSource, procedureWords } from './paper-source.ts';
import { hanging, item, PAPER_WIDTH, plainSigns, section } from './plain-layout.ts';

export function sbar(source: PaperSource): string {
  const { result, ruleSet } = source;
  const lines = [
    ...hanging('', `SBAR: ${headlineWords(result)}`),
    ...headLines(source),
    ...section('Decided otherwise', overrideLines(source)),
    ...section('Situation', hanging('', situation(source))),
    ...section('Background', [
      ...medicineLines(source),
      ...answerLines(source, tellsSomething(result)),
      ...chartLines(result.chart ?? [], ruleSet).flatMap(item),
    ]),
    ...section('Assessment', findingLines(source, false)),
    ...section('Request', [
      ...requestLines(result),
      ...result.missing.flatMap(({ text }) => item(`Still to ask: ${text}`)),
    ]),
    ...section('Told the patient so far', stepLines(source)),
    ...section('Call', callLines(source)),
    ...section('Read-back', readBackLines()),
    '',
    ...hanging('', groundsText(result.ruleset)),
    ...hanging('', 'This supports a clinician and decides nothing in their place.'),
  ];
  return `${plainSigns(lines.join('\n'))}\n`;
}

function situation(source: PaperSource): string {
  const { result, intake, zone, site, screenedBy } = source;
  const who = screenedBy === undefined ? 'This is' : `This is ${screenedBy},`;
  const when = formatLocalTime(intake.procedure_at, zone);
  return (
    `${who} ${site.name}, about patient ${result.id}, who has an appointment on ${when}: ` +
    `${procedureWords(source)}. The screen says: ${headlineWords(result)}.`
  );
}

/** Leaves out what was answered with no or none, unless a finding rests on it. */
function tellsSomething(result: ScreenResult): (fact: string, answer: Answer) => boolean {
  const used = new Set(standing(result).flatMap(({ because }) => Object.keys(because)));
  return (fact, answer) => {
    if (used.has(fact) || answer.state !== 'answered') return true;
    const { value } = answer;
    return value !== false && [value].flat().join() !== 'none';
  };
}

/** What is asked for, by the number of the finding. */
function requestLines(result: ScreenResult): string[] {
  const lines = standing(result).flatMap(({ action }, index) =>
    action === undefined ? [] : hanging(`${index + 1}. `, action),
  );
  return standing(result).length === 0 ? item('No decision is asked for.') : lines;
}

/** Blanks to be written on: who heard it, when, what was ordered, and that it was read back. */
function readBackLines(): string[] {
  const blank = (name: string): string => name.padEnd(PAPER_WIDTH, '_');
  return [
    blank('Physician: '),
    blank('Date and time: '),
    blank('Ordered: '),
    blank(''),
    blank(''),
    blank('Read back by: '),
    'Confirmed by the physician:  [ ] yes   [ ] no',
  ];
}
