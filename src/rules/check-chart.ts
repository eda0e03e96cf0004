/** Checks that what a chart can say is an answer to a question. */
import type { DeclaredRules, Report } from './check-conditions.ts';
import type { Question } from './schema/question.ts';
import type { ChartGroup } from './schema/chart.ts';

const SEVERITIES = ['mild', 'moderate', 'severe'];

export function checkChart({ ruleSet, spans }: DeclaredRules, report: Report): void {
  const questions = new Map(ruleSet.questions.map((question) => [question.id, question]));
  for (const [index, group] of ruleSet.chart.entries()) {
    const span = spans.get(`chart:${index}`);
    const { of, fact, order = [], severity } = group;
    if (!span || fact === undefined) continue;
    const question = questions.get(fact);
    const choices = of === 'reactions' ? SEVERITIES : choicesOf(question);
    if (!choices) {
      report('unknown-fact', `no question \`${fact}\` with choices`, span, questions.keys());
      continue;
    }
    for (const value of [...order, ...Object.values(severity ?? {}), ...valuesOf(group)]) {
      if (!choices.includes(value))
        report('unknown-choice', `\`${value}\` is no choice of ${fact}`, span, choices);
      else if (question?.type === 'choice' && !order.includes(value))
        report('missing-key', `\`${value}\` has no place in the order`, span);
    }
    for (const { value, date } of group.values) {
      if (value === undefined && !severity)
        report('missing-key', '`value` is missing, and no `severity` tells it', span);
      if (date !== undefined && questions.get(date)?.type !== 'date')
        report('unknown-fact', `no question \`${date}\` with a date`, span, questions.keys());
    }
  }
}

function choicesOf(question: Question | undefined): readonly string[] | undefined {
  return question?.type === 'choice' || question?.type === 'list'
    ? Object.keys(question.choices)
    : undefined;
}

function valuesOf({ values }: ChartGroup): string[] {
  return values.flatMap(({ value }) => value ?? []);
}
