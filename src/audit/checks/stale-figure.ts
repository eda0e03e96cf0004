import type { PreparedRules } from '../../evaluation/context.ts';
import { withParameters } from '../../evaluation/prepared.ts';
import type { RuleBody } from '../../rules/rule-set.ts';
import { cutDays, rulesOn } from '../../rules/rules-on.ts';
import type { Span } from '../../source/diagnostic.ts';
import { type Day, formatDay, parseDay } from '../../time/day.ts';
import { type CarriedFigures, carriedFigures, isCarried } from '../carried-figures.ts';
import { type Audited, type Check, placeOf } from '../check.ts';
import { type Figure, figuresIn } from '../figures.ts';

/** Not the action: it may state figures of its own, such as how much sugar to give for a low. */
const SENTENCES = ['title', 'says', 'message'] as const;

export const staleFigure: Check = {
  code: 'stale-figure',
  severity: 'error',
  explanation:
    'The title, `says` or message of a rule states a figure by which the rule does not decide: a threshold, parameter ' +
    'or table line was moved and the sentence was not, or the reverse. People read and sign the sentence. Correct ' +
    'whichever is wrong; in a message, `{parameter}` or `{needed}` follows by itself. A figure counts when the ' +
    'conditions, their parameters and definitions, a table that the rule goes through, the words of a question that ' +
    'it reads, or its own instructions have it; where they change from a day on, the sentence has to state both, or the ' +
    'rule to end where another begins. 168 hours are 7 days. "14 to 27 days" and "within 27 days" stand for ' +
    '"less than 28 days", since they name the last day that counts; "2 to 4 weeks" stands for "less than 4 weeks".',
  *run(audited) {
    const preparedOn = onEachDay(audited);
    const cuts = cutDays(audited.rules.ruleSet);
    for (const rule of audited.bench.screener.prepared.rules) {
      const { id } = rule.body;
      const days = daysFor(rule.body, audited.today, cuts);
      const carried = once(() => days.map((day) => carriedFigures(rule, preparedOn(day))));
      for (const key of SENTENCES) {
        const figures = figuresIn(rule.body[key] ?? '');
        if (figures.length === 0 || days.length === 0) continue;
        const spans = placesOf(figures, key, placeOf(audited, `rules:${id}`));
        for (const [index, figure] of figures.entries()) {
          const at = staleAt(figure, figures, carried());
          if (at === undefined) continue;
          const day = at === 0 ? '' : ` from ${formatDay(days[at] ?? 0)} on`;
          yield {
            message: `the \`${key}\` of \`${id}\` states \`${figure.text}\`, by which the rule does not decide${day}`,
            span: spans[index] ?? placeOf(audited, `rules:${id}`),
            help: `the rule${day} decides by ${textsOf(carried()[at])}`,
          };
        }
      }
    }
  },
};

/** Today, or the first day of a rule that is not in force yet, and the days after it on which something changes. */
function daysFor({ from, until }: RuleBody, today: Day, cuts: readonly Day[]): Day[] {
  const last = (until === undefined ? undefined : parseDay(until)) ?? Infinity;
  const first = Math.max(today, (from === undefined ? undefined : parseDay(from)) ?? today);
  return [first, ...cuts.filter((day) => day > first)].filter((day) => day < last);
}

/** On which of the days a figure is stale; a sentence that also states the figure of the later day tells both. */
function staleAt(
  figure: Figure,
  figures: readonly Figure[],
  days: readonly CarriedFigures[],
): number | undefined {
  const isOn = days.map((carried) => isCarried(figure, carried));
  if (!isOn.includes(true)) return 0;
  const at = isOn.findIndex((is, index) => {
    const [before, now] = [days[index - 1], days[index]];
    if (is || !before || !now || !isOn[index - 1]) return false;
    return !figures.some((other) => isCarried(other, now) && !isCarried(other, before));
  });
  return at === -1 ? undefined : at;
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

/** With the figures of the rules themselves: what a site sets for a parameter changes no sentence. */
function onEachDay({ rules, bench }: Audited): (day: Day) => PreparedRules {
  const known = new Map<Day, PreparedRules>();
  return (day) => {
    const prepared =
      known.get(day) ?? withParameters(bench.screener.prepared, rulesOn(rules.ruleSet, day));
    known.set(day, prepared);
    return prepared;
  };
}

function textsOf(carried: CarriedFigures | undefined): string {
  const texts = [...new Set(carried?.thresholds.map(({ text }) => text))];
  return texts.length === 0 ? 'no figure' : texts.join(', ');
}

/** Where the figures of a sentence stand in the file, in which it may be folded over lines. */
function placesOf(figures: readonly Figure[], key: string, rule: Span): Span[] {
  const { source } = rule;
  const written = source.text.slice(0, rule.end);
  const sentence = new RegExp(String.raw`(?<=[\n{,]\s*(?:- )?"?)${key}"?:`, 'g');
  sentence.lastIndex = rule.start;
  let from = sentence.exec(written)?.index ?? rule.start;
  return figures.map(({ text }) => {
    const words = text.split(/\s+/).map((word) => word.replaceAll('.', String.raw`\.`));
    const figure = new RegExp(String.raw`(?<![\w.-])${words.join(String.raw`\s+`)}(?![\w-])`, 'g');
    figure.lastIndex = from;
    const found = figure.exec(written);
    if (!found) return rule;
    from = figure.lastIndex;
    return { source, start: found.index, end: from };
  });
}
