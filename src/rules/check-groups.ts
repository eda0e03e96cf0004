import type { DeclaredRules, Report } from './check-conditions.ts';

/** The rows of a group are questions of one section that can all be answered by its `none`, each in one group. */
export function checkGroups({ ruleSet, spans }: DeclaredRules, report: Report): void {
  const choices = new Map(
    ruleSet.questions.flatMap((question) =>
      question.type === 'choice' ? [[question.id, question] as const] : [],
    ),
  );
  const grouped = new Map<string, string>();
  for (const { id, none, rows } of ruleSet.groups) {
    const span = spans.get(`groups:${id}`);
    if (!span) continue;
    const facts = Object.keys(rows);
    const [section] = facts.flatMap((fact) => choices.get(fact)?.section ?? []);
    if (facts.length < 2) report('too-few-rows', 'a group needs at least two questions', span);
    for (const fact of facts) {
      const question = choices.get(fact);
      const other = grouped.get(fact);
      grouped.set(fact, id);
      if (!question)
        report('unknown-fact', `no question \`${fact}\` with a choice`, span, choices.keys());
      else if (question.section !== section)
        report(
          'group-across-sections',
          `\`${fact}\` is of another section than the first question`,
          span,
        );
      else if (!(none in question.choices))
        report(
          'unknown-choice',
          `\`${none}\` is no choice of ${fact}`,
          span,
          Object.keys(question.choices),
        );
      if (other !== undefined)
        report('duplicate-row', `\`${fact}\` is a row of the group ${other} too`, span);
    }
  }
}
