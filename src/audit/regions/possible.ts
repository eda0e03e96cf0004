/**
 * Rules out regions that are nobody's: where a hidden answer differs between the rule sets, it must still be able to,
 * by what else is said of the patient. That is looked into by walking through what it stands for.
 */
import type { Region } from './answer-regions.ts';
import type { Taken } from './choices.ts';
import {
  type AtMost,
  type Given,
  givenTo,
  hiddenNow,
  keyOfGiven,
  type Left,
  NOTHING_GIVEN,
} from './given.ts';
import { isAlike, type Option } from './hidden.ts';
import { leftOf, type Model } from './model.ts';

const NOW = 'hidden:now:';
const GOING_ON = 'hidden:going-on:';
const ANSWER = 'answer:';

/** What is known of hidden answers. */
interface Hidden {
  readonly isAboutMedicines: (id: string) => boolean;
  /** The keys of a walk that bear on it. */
  readonly factsOf: (id: string) => ReadonlySet<string>;
  /** Those that say of every medicine what it does not meet. */
  readonly bounding: (all: readonly AtMost[]) => readonly AtMost[];
  /** The ways in which it differs between the rule sets, as texts; undefined when they were not all found. */
  readonly changesGiven: (id: string, given: Given) => ReadonlySet<string> | undefined;
}

export class Possible {
  readonly #hidden: Hidden;
  readonly #changes = new Map<string, ReadonlySet<string> | undefined>();

  constructor(hidden: Hidden) {
    this.#hidden = hidden;
  }

  /** False only where it is proved that nobody is in the region. */
  has(taken: readonly Taken[], model: Model): boolean {
    const unlike = taken.filter(
      ({ key, option, others = [] }) =>
        key.startsWith('hidden:') && [option, ...others].every((each) => !isAlike(each as Option)),
    );
    if (unlike.length === 0) return true;
    const given = this.givenBy(taken, model);
    return unlike.every(({ key, option, others = [] }) => {
      const isNow = key.startsWith(NOW);
      const id = key.slice(isNow ? NOW.length : GOING_ON.length);
      // A dose that goes on may meet what it does not meet now.
      const changes = this.#changesGiven(id, isNow ? given : { ...given, atMost: [] });
      return !changes || [option, ...others].some((each) => changes.has((each as Option).join()));
    });
  }

  /** What the region says to those who look into one of its hidden answers. */
  givenBy(taken: readonly Taken[], model: Model): Given {
    const before = model.given ?? NOTHING_GIVEN;
    const answers = new Map<string, Left>(before.answers);
    for (const { key, option } of taken) {
      if (!key.startsWith(ANSWER)) continue;
      const fact = key.slice(ANSWER.length);
      const left = leftOf(fact, option as Region, model);
      if (left) answers.set(fact, left);
    }
    const hidden = new Map([...before.atMost, ...hiddenNow(taken)].map((each) => [each.id, each]));
    return { answers, atMost: this.#hidden.bounding([...hidden.values()]) };
  }

  #changesGiven(id: string, all: Given): ReadonlySet<string> | undefined {
    const reads = this.#hidden.factsOf(id);
    const given = givenTo(all, reads, this.#hidden.isAboutMedicines(id));
    const key = `${id} ${keyOfGiven(given)}`;
    if (!this.#changes.has(key)) this.#changes.set(key, this.#hidden.changesGiven(id, given));
    return this.#changes.get(key);
  }
}
