import type { PreparedRules } from '../evaluation/context.ts';
import type { Question } from '../rules/schema/question.ts';

const RULES_SHOWN = 3;
const SOURCES_SHOWN = 2;

/** Why questions are asked: their help, the rules that read the answers, and what they rest on. */
export function whyAsked(
  questions: readonly Question[],
  { readers, ruleSet }: PreparedRules,
): string[] {
  const ids = questions.flatMap(({ id }) => readers.get(id) ?? []);
  const rules = ruleSet.rules.filter((rule) => ids.includes(rule.id));
  const cited = new Set(rules.flatMap(({ sources }) => sources.map((source) => source.id)));
  const sources = ruleSet.sources.filter((source) => cited.has(source.id));
  return [
    ...questions.flatMap((question) => helpOf(question, questions.length > 1)),
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

/** The help of a question; with what it is about, where it stands among others. */
function helpOf({ help, label }: Question, isAmongOthers: boolean): string[] {
  if (help === undefined) return [];
  return [isAmongOthers && label !== undefined ? `${label}: ${help}` : help];
}

function some(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join('; ')}; and ${more} more` : names.join('; ');
}
