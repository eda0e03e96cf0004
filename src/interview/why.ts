import type { PreparedRules } from '../evaluation/context.ts';
import type { Question } from '../rules/schema/question.ts';

const RULES_SHOWN = 3;
const SOURCES_SHOWN = 2;

/** Why a question is asked: its help, the rules that read the answer, and what they rest on. */
export function whyAsked({ id, help }: Question, { readers, ruleSet }: PreparedRules): string[] {
  const ids = readers.get(id) ?? [];
  const rules = ruleSet.rules.filter((rule) => ids.includes(rule.id));
  const cited = new Set(rules.flatMap(({ sources }) => sources.map((source) => source.id)));
  const sources = ruleSet.sources.filter((source) => cited.has(source.id));
  return [
    ...(help === undefined ? [] : [help]),
    ...(rules.length === 0
      ? []
      : [
          `Rules: ${some(
            rules.map(({ title }) => title),
            RULES_SHOWN,
          )}.`,
        ]),
    ...(sources.length === 0
      ? []
      : [
          `Sources: ${some(
            sources.map(({ authors, year, title }) => `${authors} (${year}) ${title}`),
            SOURCES_SHOWN,
          )}.`,
        ]),
  ];
}

function some(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join('; ')}; and ${more} more` : names.join('; ');
}
