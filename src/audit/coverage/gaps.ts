/** What no example shows, with one patient for as many of these things as possible. */
import type { Shown } from './coverage.ts';
import type { Suggested, Suggester } from './suggest.ts';
import type { Target } from './target.ts';

export interface Gap {
  readonly targets: readonly Target[];
  readonly suggested: Suggested;
}

export function* gapsOf(shown: readonly Shown[], suggester: Suggester): Generator<Gap> {
  let missing = shown.filter(({ by }) => by === undefined);
  for (let [first] = missing; first; [first] = missing) {
    const { target, among } = first;
    const suggested = suggester.suggest(target, among);
    const covered =
      suggested.is === 'example'
        ? missing.filter((each) => each.target === target || suggester.shows(suggested, each.target))
        : [first];
    yield { targets: covered.map((each) => each.target), suggested };
    missing = missing.filter((each) => !covered.includes(each));
  }
}
