import { type CompiledRules, compileRules } from '../../src/rules/compile.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { type Diagnostic, sortDiagnostics, type SourceText } from '../../src/source/diagnostic.ts';
import { readOf } from './places.ts';

/** What the patient sheet says of itself. */
export const SHEET = `sheet:
  go: You can come.
  contact_physician: A doctor has to look at it first.
  hold: It cannot take place then.
  not_asked: We still have questions.
  decided: A doctor has decided.
  emergency: Get help now.
  same_day: A doctor has to hear of it today.
  medicines: Stop nothing on your own.
  changes: Call us if anything changes.
`;

/** What every rule set has: its name and the sentences of the engine. */
export const HEADER: SourceText = {
  file: 'header.yaml',
  text: `
set: {id: small, version: 1.0.0, title: Small rules}
wording:
  not_asked: not asked
  not_answered: not answered
  cannot_tell: cannot tell
  ask_now: ask now
  ask_physician: ask the physician
  confirm_last_dose: confirm the last dose
  not_agreed: "{medicine} is not agreed."
  ask_prescriber: ask the prescriber
  last_dose_contradicted: '{medicine}: {written}'
  ask_last_dose: Ask when.
plans:
  keep: {for: patient, text: keep}
  pause: {for: patient, text: pause}
  ask-prescriber: {for: patient, text: ask}
${SHEET}sections: [{id: s, title: Section}]
sources: [{id: book, authors: A. Author, year: 2020, title: A book, checked: read}]
`,
};

/** A file `rules.yaml` of the text. */
export function rulesFile(text: string): SourceText {
  return { file: 'rules.yaml', text };
}

export function compileSmall(text: string): CompiledRules {
  return readOf(compileRules([HEADER, rulesFile(text)]));
}

export function smallRuleSet(text: string): RuleSet {
  return compileSmall(text).ruleSet;
}

/** The faults of the text as a rule file beside the header, in the order in which they are printed. */
export function faultsOf(text: string): readonly Diagnostic[] {
  return faultsOfFiles([HEADER, rulesFile(text)]);
}

export function faultsOfFiles(sources: readonly SourceText[]): readonly Diagnostic[] {
  const compiled = compileRules(sources);
  return compiled.ok ? [] : sortDiagnostics(compiled.diagnostics);
}
