/** Reads the properties of a rules folder, and checks them against the rules of which they speak. */
import type { Diagnostic, Parsed, SourceText, Span } from '../source/diagnostic.ts';
import { type ParsedFile, parseYamlWith } from '../source/parse-with.ts';
import { checkConditions, type DeclaredRules, type Report } from './check-conditions.ts';
import { every } from './condition.ts';
import { factKinds } from './fact-kinds.ts';
import { checkGrounds, reportTo } from './resolve.ts';
import type { RuleBody } from './rule-set.ts';
import { propertiesFile, type Property } from './schema/property.ts';

export interface DeclaredProperty {
  readonly property: Property;
  readonly span: Span;
}

export function isProperties({ file }: SourceText): boolean {
  return /(^|[/\\:])properties\.ya?ml$/.test(file);
}

/** The properties among the files of a folder; without such a file there are none. */
export function readProperties(
  sources: readonly SourceText[],
  rules: DeclaredRules,
): Parsed<readonly DeclaredProperty[]> {
  const parsed = sources
    .filter(isProperties)
    .map((source) => parseYamlWith(propertiesFile, source));
  const diagnostics = parsed.flatMap((file) => (file.ok ? [] : file.diagnostics));
  const declared = parsed.flatMap((file) => (file.ok ? declaredIn(file.value) : []));
  diagnostics.push(...faultsOf(declared, rules));
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: declared };
}

function declaredIn({
  value,
  document,
}: ParsedFile<{ readonly properties: readonly Property[] }>): DeclaredProperty[] {
  return value.properties.map((property, index) => ({
    property,
    span: document.locate(['properties', index]),
  }));
}

function faultsOf(declared: readonly DeclaredProperty[], rules: DeclaredRules): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = reportTo(diagnostics);
  const seen = new Set<string>();
  for (const { property, span } of declared) {
    if (seen.has(property.id)) report('duplicate-id', `\`${property.id}\` is declared twice`, span);
    seen.add(property.id);
    checkFact(property, span, rules, report);
  }
  const stated = {
    ruleSet: { ...rules.ruleSet, rules: declared.map(({ property }) => statedRule(property)) },
    spans: new Map([
      ...rules.spans,
      ...declared.map(({ property, span }): [string, Span] => [
        `rules:${statedRule(property).id}`,
        span,
      ]),
    ]),
  };
  // The rules themselves were found right before, so all that is reported here is about the properties.
  checkConditions(stated, report);
  checkGrounds(stated, report);
  return diagnostics;
}

/** Whom a property speaks of, as a rule that decides nothing: its conditions are read as those of rules are. */
export function statedRule(property: Property): RuleBody {
  const { id, says, never, always, complete, sources, evidence, review_by } = property;
  const each = (never ?? always)?.each_medicine;
  const when = (never ?? always ?? complete)?.when;
  return {
    id: `property ${id}`,
    title: id,
    says,
    ...(each ? { each_medicine: each } : {}),
    when: when ?? every([]),
    outcome: 'go',
    urgency: 'routine',
    sources,
    evidence,
    review_by,
  };
}

const MOVES: Readonly<Record<NonNullable<Property['monotone']>['direction'], readonly string[]>> = {
  later: ['date', 'date-time'],
  earlier: ['date', 'date-time'],
  higher: ['number'],
  lower: ['number'],
};

function checkFact(
  { monotone, complete }: Property,
  span: Span,
  { ruleSet }: DeclaredRules,
  report: Report,
): void {
  const questions = ruleSet.questions.map(({ id }) => id);
  if (complete && !questions.includes(complete.fact))
    report('unknown-fact', `no question \`${complete.fact}\``, span, questions);
  if (!monotone) return;
  const { fact, direction } = monotone;
  const known = [...questions, 'last_taken'];
  const type = known.includes(fact) ? factKinds(ruleSet).get(fact)?.type : undefined;
  if (type === undefined) report('unknown-fact', `no question \`${fact}\``, span, known);
  else if (!MOVES[direction].includes(type))
    report('wrong-test', `\`${fact}\` cannot be moved ${direction}`, span);
}
