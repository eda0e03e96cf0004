import { type RuleSet, testsOf } from './rule-set.ts';

/** Facts that hang on themselves through their conditions, each as the way round: deciding them would never end. */
export function* cyclesOf({
  questions,
  definitions,
  lookups,
}: RuleSet): Generator<readonly string[]> {
  const reads = new Map<string, readonly string[]>();
  for (const { id, when } of [...questions, ...definitions]) {
    if (when) reads.set(id, [...new Set([...testsOf(when)].map(({ fact }) => fact))]);
  }
  for (const { id, from } of lookups) reads.set(id, [from]);
  const done = new Set<string>();
  function* visit(fact: string, way: readonly string[]): Generator<readonly string[]> {
    const start = way.indexOf(fact);
    if (start !== -1) {
      yield [...way.slice(start), fact];
      return;
    }
    if (done.has(fact)) return;
    for (const next of reads.get(fact) ?? []) yield* visit(next, [...way, fact]);
    done.add(fact);
  }
  for (const fact of reads.keys()) yield* visit(fact, []);
}
