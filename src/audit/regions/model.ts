/** What of a patient can make a difference to the conditions at hand. */
import type { Context } from '../../evaluation/context.ts';
import type { AnswerValue, Intake } from '../../intake/answers.ts';
import type { Test } from '../../rules/phrase.ts';
import type { Question } from '../../rules/schema/question.ts';
import type { Instant } from '../../time/zone.ts';
import { type Cutting, type Region, regionsOf, signatureOf } from './answer-regions.ts';
import { type Bench, healthyIntake } from './bench.ts';
import type { Given, Left } from './given.ts';
import { identitiesFor, type Identity } from './identities.ts';
import { type Reading, rowsOfTable } from './reading.ts';
import { distinct, resolvedTests } from './resolved-tests.ts';

/** Facts that stand for a whole condition, and the kinds of truth that it can have in each bench. */
export interface HiddenFacts {
  readonly has: (id: string) => boolean;
  readonly options: (id: string) => readonly (readonly number[])[];
  readonly isAboutMedicines: (id: string) => boolean;
}

export interface Model {
  readonly benches: readonly Bench[];
  readonly readings: readonly Reading[];
  readonly healthy: Intake;
  readonly identities: readonly Identity[];
  /** How many medicines at once are tried. */
  readonly slots: number;
  readonly nodes: HiddenFacts;
  /** What is already said of the patient, by the keys of a walk. */
  readonly fixed?: ReadonlyMap<string, unknown> | undefined;
  /** What the patient cannot be, by what is said of them elsewhere. */
  readonly given?: Given | undefined;
  /** What was already worked out. */
  readonly memo: Map<string, unknown>;
}

export interface Tried {
  readonly slots?: number;
  readonly nodes: HiddenFacts;
  /** Names that are tried beside those of the formularies. */
  readonly names?: readonly string[];
  readonly given?: Given;
}

export function modelOf(
  benches: readonly Bench[],
  readings: readonly Reading[],
  tried: Tried,
): Model {
  const [first] = benches;
  if (!first) throw new Error('no rules to look at');
  const slots = tried.slots ?? 0;
  return {
    benches,
    readings,
    healthy: healthyIntake(first),
    identities: slots === 0 ? [] : identitiesFor(benches, readings, tried.names),
    slots,
    nodes: tried.nodes,
    given: tried.given,
    memo: new Map(),
  };
}

/** A patient of whom nothing is known. */
export function nobody({ screener }: Bench, healthy: Intake): Context {
  const { zone, prepared } = screener;
  return {
    prepared,
    intake: { ...healthy, answers: new Map(), medicines: [] },
    zone,
    procedureAt: healthy.procedure_at,
    procedureDay: zone.dayOf(healthy.procedure_at),
    screenedAt: healthy.screened_at,
    screenedDay: zone.dayOf(healthy.screened_at),
    medicines: [],
    continued: new Set(),
    decided: new Map(),
  };
}

/** The tests that are put to a fact in any bench, with their references resolved. */
export function testsOfFact(
  fact: string,
  { benches, readings }: Pick<Model, 'benches' | 'readings'>,
): Test[] {
  return distinct(
    benches.flatMap(({ screener: { prepared } }, index) => {
      const reading = readings[index];
      const rows = [...(reading?.tables ?? [])].flatMap((table) => rowsOfTable(table, prepared));
      return (reading?.tests.get(fact) ?? []).flatMap((test) =>
        resolvedTests(test, prepared, rows),
      );
    }),
  );
}

/** The regions of the answers to a question; `screenedAt` bounds what can be past. */
export function regionsOfFact(fact: string, model: Model, screenedAt: Instant): Region[] {
  const cutting = cuttingOf(fact, model, screenedAt);
  if (!cutting) return [{ answer: undefined }];
  const left = model.given?.answers.get(fact);
  return regionsOf(cutting).filter(({ answer }) => left?.allows(answer) !== false);
}

/** The answers in their order, one for each run of answers that no test tells apart. */
export function runsOfFact(fact: string, model: Model): Region[] {
  const cutting = cuttingOf(fact, model, model.healthy.procedure_at);
  if (!cutting) return [];
  const left = model.given?.answers.get(fact);
  const runs: Region[] = [];
  let before: string | undefined;
  const sorted = regionsOf({ ...cutting, fine: true })
    .flatMap(({ answer }) => (answer?.state === 'answered' ? [answer] : []))
    .filter((answer) => left?.allows(answer) !== false)
    .toSorted((a, b) => Number(a.value) - Number(b.value));
  for (const answer of sorted) {
    const own = cutting.fine ? String(answer.value) : signatureOf(answer.value, cutting);
    if (own !== before) runs.push({ answer });
    before = own;
  }
  return runs;
}

/** The answers that a region stands for; undefined for moments, of which the moment of the screening bounds what can be. */
export function leftOf(fact: string, { answer }: Region, model: Model): Left | undefined {
  const cutting = cuttingOf(fact, model, model.healthy.procedure_at);
  if (cutting?.question.type === 'date' || cutting?.question.type === 'date-time') return undefined;
  if (!cutting || answer?.state !== 'answered')
    return { tests: [], key: '', allows: (other) => other?.state !== 'answered' };
  const own = signatureOf(answer.value, cutting);
  const { tests } = cutting;
  return {
    tests,
    key: `${JSON.stringify(tests)} ${own}`,
    allows: (other) => other?.state === 'answered' && signatureOf(other.value, cutting) === own,
  };
}

function cuttingOf(fact: string, model: Model, screenedAt: Instant): Cutting | undefined {
  const question = questionOf(fact, model);
  const bench =
    model.benches.find(({ screener }) => screener.prepared.questions.has(fact)) ?? model.benches[0];
  if (!question || !bench) return undefined;
  const left = model.given?.answers.get(fact);
  const tests = distinct([...testsOfFact(fact, model), ...(left?.tests ?? [])]);
  return {
    question,
    tests,
    usual: model.healthy.answers.get(fact),
    nobody: nobody(bench, model.healthy),
    screenedAt,
    // What is said already may tell apart what no test here does: a look-up that only others read.
    also: (value) =>
      `${lookedUp(fact, value, model)} ${left?.allows({ state: 'answered', value })}`,
    fine: tests.some(({ is }) => is === 'after-last-dose'),
  };
}

function questionOf(fact: string, { benches }: Model): Question | undefined {
  const questions = benches.flatMap(({ screener }) => screener.prepared.questions.get(fact) ?? []);
  const [first, second] = questions;
  if (!first || !second || first.type !== second.type) return first;
  if (first.type === 'number' && second.type === 'number') {
    const [low, high] = second.between;
    return {
      ...first,
      between: [Math.max(first.between[0], low), Math.min(first.between[1], high)],
    };
  }
  return first;
}

/** What the look-ups that are read make of an answer. */
function lookedUp(fact: string, value: AnswerValue, { benches, readings }: Model): string {
  return benches
    .flatMap(({ screener }, index) =>
      [...screener.prepared.lookups.values()]
        .filter(({ id, from }) => from === fact && readings[index]?.lookups.has(id))
        .map(({ values }) => values[String(value)] ?? ''),
    )
    .join(' ');
}

/** What is worked out once for each key. */
export function once<T>({ memo }: Model, key: string, work: () => T): T {
  if (!memo.has(key)) memo.set(key, work());
  return memo.get(key) as T;
}
