/** What there is to do about a result, and how soon: the order of the morning's work. */
import type { Finding, ScreenResult } from '../evaluation/result.ts';
import { conditionsOf, type RuleSet, testsOf } from '../rules/rule-set.ts';
import type { Disposition } from '../rules/schema/common.ts';
import { readBack } from '../time/parse-time.ts';
import type { Instant } from '../time/zone.ts';
import type { Row } from './row.ts';

/** From what comes first to what needs nothing. */
export const TASKS = [
  'emergency',
  'reschedule',
  'call-prescriber',
  'call-physician',
  'call-patient',
  'nothing',
] as const;

export type Task = (typeof TASKS)[number];

export interface Work {
  /** The first of all that is to do; rows are grouped by it. */
  readonly task: Task;
  readonly tasks: readonly Task[];
  /** A hold clears only after the time of the procedure, whatever is done now. */
  readonly isTooLate: boolean;
}

/** The rules that ask whether the prescriber agrees: their findings are for the prescriber to answer. */
export function prescriberRules({ rules, definitions }: RuleSet): ReadonlySet<string> {
  const asking = new Set(definitions.filter(({ when }) => asks(when)).map(({ id }) => id));
  return new Set(
    rules
      .filter((rule) =>
        [...conditionsOf(rule)].some(
          (each) => asks(each) || [...testsOf(each)].some(({ fact }) => asking.has(fact)),
        ),
      )
      .map(({ id }) => id),
  );
}

function asks(condition: Parameters<typeof testsOf>[0]): boolean {
  return [...testsOf(condition)].some(({ fact }) => fact === 'prescriber_agrees');
}

export function workOf(result: ScreenResult, forPrescriber: ReadonlySet<string>): Work {
  const procedure = readBack(result.procedure_at);
  const standing = result.findings.filter(({ disposition }) => disposition !== 'go');
  const isLate = ({ disposition, clears_at: clears }: Finding): boolean =>
    disposition === 'hold' && clears !== undefined && readBack(clears) > procedure;
  const found = new Set(
    standing.map((each) => (isLate(each) ? 'reschedule' : taskOf(each, forPrescriber))),
  );
  const isTooLate = found.has('reschedule');
  if (result.urgency === 'emergency') found.add('emergency');
  const tasks = TASKS.filter((task) => found.has(task));
  return { task: tasks[0] ?? 'nothing', tasks, isTooLate };
}

function taskOf({ rule, because, subject }: Finding, forPrescriber: ReadonlySet<string>): Task {
  if (because[subject] === 'not-asked') return 'call-patient';
  return forPrescriber.has(rule) ? 'call-prescriber' : 'call-physician';
}

/** A decided row as a worklist knows it: where it stands in the order of work, and what it counts for. */
export interface Listed {
  readonly line: number;
  readonly record: number;
  readonly id: string;
  /** Of the procedure. */
  readonly at: Instant;
  readonly task: Task;
  readonly disposition: Disposition;
  /** The rules that stand in the way, each with the worst of its findings; only for a page. */
  readonly standing: readonly (readonly [rule: string, disposition: Disposition])[];
}

export function listedOf(
  result: ScreenResult,
  { task }: Work,
  { line, record }: Pick<Row, 'line' | 'record'>,
  isForPage: boolean,
): Listed {
  const { id, disposition, findings, procedure_at } = result;
  // Findings come with the worst first, so that it is set last.
  const standing = isForPage
    ? [
        ...new Map(
          findings
            .filter((each) => each.disposition !== 'go')
            .toReversed()
            .map((each) => [each.rule, each.disposition] as const),
        ),
      ]
    : [];
  return { line, record, id, at: readBack(procedure_at), task, disposition, standing };
}

/** By what there is to do, what is too late to fix before anything but an emergency; then the sooner procedure. */
export function byWork(a: Ordered, b: Ordered): number {
  return (
    TASKS.indexOf(a.task) - TASKS.indexOf(b.task) ||
    a.at - b.at ||
    Number(a.id > b.id) - Number(a.id < b.id)
  );
}

type Ordered = Pick<Listed, 'task' | 'at' | 'id'>;
