/**
 * Rules out regions that are nobody's: a hidden answer must be able to have its truth by what else is said of the
 * patient, above all to differ between the rule sets. That is looked into by walking through what it stands for.
 */
import type { Region } from './answer-regions.ts';
import type { Taken } from './choices.ts';
import { type AtMost, type Given, givenTo, keyOfGiven, type Left, NOTHING_GIVEN } from './given.ts';
import { isAlike } from './hidden.ts';
import { leftOf, type Model } from './model.ts';
import { factIn, hiddenIn } from './taken.ts';

/** What is known of hidden answers. */
interface Hidden {
  readonly isAboutMedicines: (id: string) => boolean;
  /** Whether what else is said can settle it, though it is the same in all rule sets. */
  readonly isSettled: (id: string) => boolean;
  /** The keys of a walk that bear on it. */
  readonly factsOf: (id: string) => ReadonlySet<string>;
  /** Those that say of every medicine what it does not meet. */
  readonly bounding: (all: readonly AtMost[]) => readonly AtMost[];
  /**
   * The kinds of truth that it can have in the rule sets, as texts: all of them, or, where nothing settles it, those
   * that differ. Undefined when they were not all found.
   */
  readonly truthsGiven: (id: string, given: Given) => ReadonlySet<string> | undefined;
}

export class Possible {
  readonly #hidden: Hidden;
  readonly #truths = new Map<string, ReadonlySet<string> | undefined>();

  constructor(hidden: Hidden) {
    this.#hidden = hidden;
  }

  /** False only where it is proved that nobody is in the region. */
  has(taken: readonly Taken[], model: Model): boolean {
    const telling = hiddenIn(taken).filter(
      ({ id, options }) =>
        this.#hidden.isSettled(id) || options.every((option) => !isAlike(option)),
    );
    if (telling.length === 0) return true;
    const given = this.givenBy(taken, model);
    return telling.every(({ id, when, options }) => {
      // A dose that goes on may meet what it does not meet now.
      const truths = this.#truthsGiven(id, when === 'now' ? given : { ...given, atMost: [] });
      return !truths || options.some((option) => truths.has(option.join()));
    });
  }

  /** What the region says to those who look into one of its hidden answers. */
  givenBy(taken: readonly Taken[], model: Model): Given {
    const before = model.given ?? NOTHING_GIVEN;
    const answers = new Map<string, Left>(before.answers);
    for (const { key, option } of taken) {
      const fact = factIn(key);
      if (fact === undefined) continue;
      const left = leftOf(fact, option as Region, model);
      if (left) answers.set(fact, left);
    }
    const now = hiddenIn(taken).filter(({ when }) => when === 'now');
    const hidden = new Map<string, AtMost>(
      [...before.atMost, ...now].map((each) => [each.id, each]),
    );
    return { answers, atMost: this.#hidden.bounding([...hidden.values()]) };
  }

  #truthsGiven(id: string, all: Given): ReadonlySet<string> | undefined {
    const reads = this.#hidden.factsOf(id);
    const given = givenTo(all, reads, this.#hidden.isAboutMedicines(id));
    const key = `${id} ${keyOfGiven(given)}`;
    if (!this.#truths.has(key)) this.#truths.set(key, this.#hidden.truthsGiven(id, given));
    return this.#truths.get(key);
  }
}
