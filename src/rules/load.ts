/** The texts of a rules folder become everything that decides, or all that is wrong with them. */
import { compileVocabulary } from '../medicines/compile/compile-vocabulary.ts';
import { formularyFile } from '../medicines/schema.ts';
import type { Vocabulary } from '../medicines/vocabulary.ts';
import { type Parsed, sortDiagnostics, type SourceText } from '../source/diagnostic.ts';
import { parseYamlWith } from '../source/parse-with.ts';
import { type CompiledRules, compileRules } from './compile.ts';
import { formularySpans } from './formulary-spans.ts';
import { isProperties } from './read-properties.ts';

export interface LoadedRules extends CompiledRules {
  readonly vocabulary: Vocabulary;
}

export function isSiteFile({ file }: SourceText): boolean {
  return /(^|[/\\:])clinic\.ya?ml$/.test(file);
}

/** Files in a folder `formulary` are medicines; `clinic.yaml` is the site's, `approvals.yaml` signs them, `properties.yaml` says what they keep to; all others are rules. */
export function loadRules(sources: readonly SourceText[]): Parsed<LoadedRules> {
  const isFormulary = ({ file }: SourceText): boolean => /(^|[/\\])formulary[/\\]/.test(file);
  const isApprovals = ({ file }: SourceText): boolean => /(^|[/\\:])approvals\.ya?ml$/.test(file);
  const isRules = (source: SourceText): boolean =>
    !isFormulary(source) && !isSiteFile(source) && !isApprovals(source) && !isProperties(source);
  const rules = compileRules(sources.filter(isRules));
  const parsed = sources.filter(isFormulary).map((source) => parseYamlWith(formularyFile, source));
  const formulary = parsed.flatMap((file) => (file.ok ? [file.value] : []));
  const { vocabulary, diagnostics } = compileVocabulary(formulary);
  const faults = [
    ...(rules.ok ? [] : rules.diagnostics),
    ...parsed.flatMap((file) => (file.ok ? [] : file.diagnostics)),
    ...diagnostics.filter(({ severity }) => severity === 'error'),
  ];
  if (!rules.ok || faults.length > 0) return { ok: false, diagnostics: sortDiagnostics(faults) };
  const spans = new Map([...rules.value.spans, ...formularySpans(formulary)]);
  return { ok: true, value: { ...rules.value, spans, vocabulary } };
}
