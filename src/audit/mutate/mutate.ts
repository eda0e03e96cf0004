/** Whether the examples and cases would notice a slip of the pen in the rules. */
import type { CompiledRules } from '../../rules/compile.ts';
import { contextOf } from '../../evaluation/screen.ts';
import type { Suggested, Suggestion } from '../coverage/suggest.ts';
import type { Bench } from '../regions/bench.ts';
import { intakeOf, type Trial, trialsOf } from '../trials.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { Notice } from './notice.ts';
import { Survivors } from './survivor.ts';

export interface Mutated {
  readonly mutant: Mutant;
  /** The first trial that fails; undefined when the slip survives. */
  readonly by: Trial | undefined;
}

/** Slips that survive, and one patient who tells them from the rules; or why there is none. */
export interface Survival {
  readonly mutants: readonly Mutant[];
  readonly suggested: Suggested;
}

/** `only`: the rules, definitions, parameters and tables to look at; all of them when none is named. */
export function mutate(
  rules: CompiledRules,
  { screener }: Pick<Bench, 'screener'>,
  only: ReadonlySet<string>,
): Mutated[] {
  const notice = new Notice(screener, trialsOf(rules, screener));
  return [...mutantsOf(screener.prepared.ruleSet)]
    .filter(({ of }) => only.size === 0 || only.has(of))
    .map((mutant) => ({ mutant, by: notice.noticedBy(mutant) }));
}

export function* survivals(
  mutated: readonly Mutated[],
  bench: Bench,
  rules: CompiledRules,
): Generator<Survival> {
  const survivors = new Survivors(bench, rules, trialsOf(rules, bench.screener));
  let left = mutated.filter(({ by }) => !by).map(({ mutant }) => mutant);
  for (let [first] = left; first; [first] = left) {
    const mutant = first;
    const suggested = survivors.tellApart(mutant);
    const notice =
      suggested.is === 'example' ? noticeOf(suggested.suggestion, bench, rules) : undefined;
    const mutants = left.filter((each) => each === mutant || notice?.noticedBy(each));
    yield { mutants, suggested };
    left = left.filter((each) => !mutants.includes(each));
  }
}

/** Who notices what, if the suggested example were there alone. */
function noticeOf(
  { rule, given, expect, also }: Suggestion,
  { screener }: Bench,
  rules: CompiledRules,
): Notice {
  const intake = intakeOf(given, undefined, rules, screener);
  if (typeof intake === 'string') throw new Error(`the suggested patient is ${intake}`);
  const span = { source: { file: '', text: '' }, start: 0, end: 0 };
  const example = { name: '', given, expect, ...also };
  const trial = {
    name: '',
    span,
    intake,
    context: contextOf(intake, screener),
    of: { rule, example, span },
  };
  return new Notice(screener, [trial]);
}
