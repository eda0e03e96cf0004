/** The screening as it is pasted into the chart: everything that was answered, decided and told. */
import { chartLines } from '../chart-words.ts';
import { groundsText } from '../grounds-text.ts';
import { headlineWords } from '../summary-text.ts';
import { answerLines, otherNoteLines } from './answer-lines.ts';
import { callLines, overrideLines } from './call-lines.ts';
import { findingLines, headLines, instructionLines, medicineLines } from './clinician-lines.ts';
import type { PaperSource } from './paper-source.ts';
import { hanging, item, plainSigns, section } from './plain-layout.ts';

export function chartNote(source: PaperSource): string {
  const { result, ruleSet } = source;
  const lines = [
    ...hanging('', `PRE-PROCEDURE SCREEN: ${headlineWords(result)}`),
    ...headLines(source),
    ...section('Decided otherwise', overrideLines(source)),
    ...section('Findings', findingLines(source, true)),
    ...section(
      'Notes of the rules',
      result.findings
        .filter(({ disposition }) => disposition === 'go')
        .flatMap(({ message, rule }) => item(`${message} (${rule})`)),
    ),
    ...section(
      'Still to ask',
      result.missing.flatMap(({ text, fact, state }) =>
        item(`${text} (${fact}, ${state.replace('-', ' ')})`),
      ),
    ),
    ...section('Medicines', medicineLines(source)),
    ...section('Answers', answerLines(source)),
    ...section('From the chart', chartLines(result.chart ?? [], ruleSet).flatMap(item)),
    ...section('Noted', otherNoteLines(source)),
    ...section('Told the patient', instructionLines(source, ['patient'])),
    ...section('For nurse and physician', instructionLines(source, ['nurse', 'physician'])),
    ...section(
      'On the day',
      result.checks_on_the_day.flatMap(({ text }) => item(text)),
    ),
    ...section('Call', callLines(source)),
    '',
    ...hanging('', groundsText(result.ruleset)),
    ...hanging('', 'This supports a clinician and decides nothing in their place.'),
  ];
  return `${plainSigns(lines.join('\n'))}\n`;
}
