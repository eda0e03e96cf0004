import { fhirQuestionnaire } from '../../intake/fhir-questionnaire.ts';
import { csvTemplate, intakeJsonSchema } from '../../intake/questionnaire.ts';
import { questionsText } from '../../report/questions-text.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadInForce } from '../in-force.ts';
import type { GlobalOptions } from '../options.ts';
import { print, type Terminal } from '../terminal.ts';

export interface QuestionsOptions extends GlobalOptions {
  readonly format: 'text' | 'csv-template' | 'json-schema' | 'fhir';
}

/** Prints the questionnaire of the rules in force. */
export async function questions(options: QuestionsOptions, terminal: Terminal): Promise<ExitCode> {
  const { ruleSet } = await loadInForce(options, terminal);
  if (options.json) print(terminal, JSON.stringify(ruleSet.questions, null, 2));
  else if (options.format === 'csv-template') print(terminal, csvTemplate(ruleSet));
  else if (options.format === 'json-schema')
    print(terminal, JSON.stringify(intakeJsonSchema(ruleSet), null, 2));
  else if (options.format === 'fhir')
    print(terminal, JSON.stringify(fhirQuestionnaire(ruleSet), null, 2));
  else print(terminal, questionsText(ruleSet, paletteFor(terminal, options.color !== false)));
  return EXIT.done;
}
