/** The states in which a unit can find the answers that it reads. */
import type { PreparedRules } from '../../evaluation/context.ts';
import { isMedicineField } from '../../rules/rule-set.ts';
import { ALWAYS_ANSWERED } from '../always-answered.ts';
import { truthsOf, testsIn, type Unit } from '../unit.ts';
import { statesRead } from './states-read.ts';
import type { AnswerState, Target } from './target.ts';
import type { PlacedTest } from './placed-test.ts';

const STATES: readonly AnswerState[] = ['answered', 'unknown', 'declined', 'not-asked'];
/** What is always known of a medicine, or is no when it was not told. */
const KNOWN: ReadonlySet<string> = new Set([
  'class',
  'ingredient',
  'in_table',
  'recognised',
  'over_the_counter',
  'prescriber_agrees',
]);

export function stateTargets(
  unit: Unit,
  tests: readonly PlacedTest[],
  { questions }: PreparedRules,
): Target[] {
  const first = new Map<string, PlacedTest>();
  for (const each of tests) if (!first.has(each.leaf.fact)) first.set(each.leaf.fact, each);
  return [...first].flatMap(([fact, placed]) => {
    if (isMedicineField(fact)) return KNOWN.has(fact) ? [] : toldTargets(placed);
    if (!questions.has(fact)) return [];
    const states = ALWAYS_ANSWERED.has(fact) ? STATES.slice(0, 1) : STATES;
    return states.map(
      (state): Target => ({
        ...placed.common,
        kind: 'states',
        says: `\`${fact}\` ${STATE_WORDS[state]}`,
        shows: ({ context }) => statesRead(unit, context).get(fact) === state,
        want: { is: 'state', unit, fact, state },
      }),
    );
  });
}

const STATE_WORDS: Readonly<Record<AnswerState, string>> = {
  answered: 'answered',
  unknown: 'not known to the patient',
  declined: 'declined',
  'not-asked': 'not asked',
};

/** A field of a medicine, told and not told. */
function toldTargets({ unit, leaf, at, with: changed, common }: PlacedTest): Target[] {
  const asked = changed({ ...leaf, test: { is: 'answered' } });
  const now = testsIn(asked).find(
    (each) => each.clause.key === at.clause.key && each.steps.join() === at.steps.join(),
  );
  if (!now) return [];
  return (['answered', 'not-asked'] as const).map((state) => ({
    ...common,
    kind: 'states',
    says: `\`${leaf.fact}\` of a medicine ${state === 'answered' ? 'told' : 'not told'}`,
    shows: ({ context }) =>
      truthsOf(asked, now, context).includes(state === 'answered' ? 'true' : 'false'),
    want: { is: 'state', unit, fact: leaf.fact, state },
  }));
}
