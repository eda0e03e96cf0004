/**
 * Conditions and allergies, folded into the answers of a response. They only make an answer that was given stricter: a
 * question that was not asked stays so, and so does an answer that the patient could not give.
 */
import type { ChartNote } from '../../evaluation/result.ts';
import { stateOf } from '../../intake/read-answer.ts';
import { itemsOf } from '../../intake/read-value.ts';
import type { ChartEntry } from './chart-entry.ts';
import type { ChartMatch } from './chart-index.ts';

/** The answers so far, each a list of what was given. */
export interface FoldedAnswers {
  values(fact: string): readonly unknown[] | undefined;
  replace(fact: string, values: readonly unknown[]): void;
}

export function foldChart(entries: readonly ChartEntry[], answers: FoldedAnswers): ChartNote[] {
  const dates = new OnsetDates();
  const notes = entries.flatMap((entry): ChartNote[] => {
    const { matches, isOver, name } = entry;
    if (matches.length > 0) return matches.map((match) => foldMatch(entry, match, answers, dates));
    return [{ as_written: name, read: isOver ? 'over' : 'not-known' }];
  });
  return [...notes, ...dates.fold(answers)];
}

function foldMatch(
  entry: ChartEntry,
  { group, entry: known }: ChartMatch,
  answers: FoldedAnswers,
  dates: OnsetDates,
): ChartNote {
  const { fact, order, severity } = group;
  const { name: as_written, severities, isOver } = entry;
  if (fact === undefined) return { as_written, read: 'says-nothing' };
  const rank = (value: unknown): number => order?.indexOf(folded(value)) ?? -1;
  const [value = ''] =
    known.value !== undefined || !severity
      ? [known.value]
      : severities.map((each) => severity[each]).toSorted((a, b) => rank(b) - rank(a));
  const note = { as_written, fact, value };
  if (isOver && !known.ever) return { ...note, read: 'over' };
  const present = answers.values(fact);
  if (!present) return { ...note, read: 'not-asked' };
  const items = present.flatMap((each): readonly unknown[] =>
    typeof each === 'string' ? itemsOf(each).map((item) => item.trim()) : [each],
  );
  const states = items.map(stateOf);
  if (states.every((state) => state === 'absent')) return { ...note, read: 'not-asked' };
  if (states.some((state) => state !== 'answered')) return { ...note, read: 'not-answered' };
  const given = items.map(folded);
  const isTold = order
    ? given.some((each) => rank(each) === -1 || rank(each) >= rank(value))
    : given.includes(value);
  if (known.date !== undefined) dates.note(known.date, entry, isTold);
  if (isTold) return { ...note, read: 'told' };
  const kept = order ? [] : items.filter((_, index) => given[index] !== 'none');
  answers.replace(fact, [...kept, value]);
  return { ...note, read: 'added' };
}

/** The latest day of each event; none where a day is missing, for that one may be the latest. */
class OnsetDates {
  readonly #events = new Map<string, { entries: ChartEntry[]; isAdded: boolean }>();

  note(fact: string, entry: ChartEntry, isTold: boolean): void {
    const present = this.#events.get(fact);
    if (present) present.entries.push(entry);
    else this.#events.set(fact, { entries: [entry], isAdded: !isTold });
  }

  fold(answers: FoldedAnswers): ChartNote[] {
    return [...this.#events].flatMap(([fact, { entries, isAdded }]): ChartNote[] => {
      const [latest] = entries
        .flatMap(({ name, onset }) => (onset === undefined ? [] : [{ name, onset }]))
        .toSorted((a, b) => (a.onset < b.onset ? 1 : -1));
      const [given] = answers.values(fact) ?? [];
      if (!latest) return [];
      const { name, onset } = latest;
      const isLater = typeof given === 'string' && /^\d/.test(given) && onset > given.slice(0, 10);
      const isKnown = isAdded && entries.every((each) => each.onset !== undefined);
      if (!isLater && !(given === undefined && isKnown)) return [];
      answers.replace(fact, [onset]);
      return [{ as_written: name, fact, value: onset, read: 'added' }];
    });
  }
}

function folded(value: unknown): string {
  return String(value).trim().toLowerCase();
}
