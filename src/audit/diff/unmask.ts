/** Makes a change visible that something else hides: a hold by another rule hides that one more or one less rule holds. */
import { canonicalJson } from '../../rules/canonical.ts';
import type { Bench } from '../regions/bench.ts';
import { conditionsIn, readingOf } from '../regions/reading.ts';
import { resultOf } from '../regions/replay.ts';
import type { Raw } from '../regions/written.ts';
import { candidates } from './complete-answers.ts';
import { differs, replay, restriction, type Witness } from './witness.ts';

type Benches = readonly [Bench, Bench];

/** Answers that are changed one after the other. */
const ROUNDS = 3;

/**
 * The patient with other answers to what the rules read that stand in the way, so that the rule sets differ on the
 * whole; `chosen` stay as they are. Undefined where none was found.
 */
export function unmasked(
  { answers }: Witness,
  chosen: ReadonlySet<string>,
  id: string,
  benches: Benches,
): Witness | undefined {
  const tried = new Set(chosen);
  let now = answers;
  for (let round = 0; round < ROUNDS; round += 1) {
    let best: { readonly witness: Witness; readonly fact: string } | undefined;
    for (const fact of factsInTheWay(now, id, benches)) {
      if (tried.has(fact)) continue;
      for (const value of candidates(fact, benches)) {
        const witness = replay({ ...now, [fact]: value }, benches);
        if (!witness || !differs(witness)) continue;
        if (restriction(witness.before) !== restriction(witness.after)) return witness;
        if (!best || weightOf(witness) < weightOf(best.witness)) best = { witness, fact };
      }
    }
    if (!best || canonicalJson(best.witness.answers) === canonicalJson(now)) return undefined;
    now = best.witness.answers;
    tried.add(best.fact);
  }
  return undefined;
}

function weightOf({ before, after }: Witness): number {
  const of = (said: Witness['before']): number => restriction(said) * 100 + said.findings.length;
  return of(before) + of(after);
}

/** Questions that other rules read which are as restrictive as the whole. */
function factsInTheWay(answers: Raw, id: string, benches: Benches): string[] {
  const facts = benches.flatMap((bench) => {
    const result = resultOf(answers, bench);
    const { prepared } = bench.screener;
    const inTheWay = new Set(
      result?.findings.flatMap((finding) =>
        finding.rule !== id && restriction(finding) === restriction(result) ? [finding.rule] : [],
      ),
    );
    return prepared.rules
      .filter(({ body }) => inTheWay.has(body.id))
      .flatMap((rule) => [...readingOf(conditionsIn(rule), prepared).tests.keys()])
      .filter((fact) => prepared.questions.has(fact));
  });
  return [...new Set(facts)];
}
