import type { PreparedRule } from '../../evaluation/context.ts';
import { evaluateRule } from '../../evaluation/evaluate-rule.ts';
import { type Bench, healthyIntake } from '../regions/bench.ts';
import type { Nodes } from '../regions/nodes.ts';
import {
  answersOf,
  contextWith,
  disagreement,
  intakeWith,
  isWhole,
  standingsApart,
  unlikeHealthy,
  verdictsText,
} from '../regions/replay.ts';
import { isSame, type Standing } from '../regions/standing.ts';
import type { Raw } from '../regions/written.ts';
import { replayAnswered } from './complete-answers.ts';
import type { Leaf } from './rule-difference.ts';
import { unmasked } from './unmask.ts';
import { differs, replay, restriction, type Witness } from './witness.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Patients that a region may be, of whom most turn out to be told the same. */
const CANDIDATES = 96;
/** Those who are told different things are answered for in full: so many of a region. */
const SHOWN = 3;
/** Patients of each rule of whom it is tried to make a change visible that something else hides. */
const UNMASKED = 8;

/** A patient of whom a rule says something else than before, whether or not that can be seen in the whole result. */
export interface Shown extends Witness {
  readonly standings: readonly [Standing['is'], Standing['is']];
}

/** A rule in each rule set, where it is there. */
type Rules = readonly [PreparedRule | undefined, PreparedRule | undefined];

const NO_RULES: Rules = [undefined, undefined];

/** Makes patients of flesh and blood of the regions of a walk. */
export class WitnessFinder {
  readonly #benches: readonly [Bench, Bench];
  readonly #nodes: Nodes;
  /** When patients are screened who can still hear of an hour that is to come; undefined: on the day. */
  readonly #screenedAt: string | undefined;
  readonly #tries = new Map<string, number>();

  constructor(benches: readonly [Bench, Bench], nodes: Nodes, screenedAt?: string) {
    this.#benches = benches;
    this.#nodes = nodes;
    this.#screenedAt = screenedAt;
  }

  /** Makes patients who are screened before the day: only they can hear of an hour that is still to come. */
  ahead(): WitnessFinder {
    const [, bench] = this.#benches;
    const at = healthyIntake(bench).procedure_at - WEEK;
    const screenedAt = bench.screener.zone.format(at).slice(0, 16);
    return new WitnessFinder(this.#benches, this.#nodes, screenedAt);
  }

  /** The patients that a region may be to whom the rule, or anything, says different things; each replayed through both. */
  *witnessesOf({ taken, model }: Pick<Leaf, 'taken' | 'model'>, id?: string): Generator<Shown> {
    const rules = id === undefined ? undefined : this.#rules(id);
    let shown = 0;
    for (const described of this.#nodes.patientsOf(taken, model, CANDIDATES)) {
      const answers = unlikeHealthy(this.#screened(answersOf(described)), this.#benches[1]);
      if (rules && this.#standsAlike(rules, answers)) continue;
      const bare = replay(answers, this.#benches);
      if (!bare || (!rules && !differs(bare) && bare.after.disposition !== 'hold')) continue;
      const chosen = new Set(Object.keys(described.answers));
      const witness = replayAnswered(bare, chosen, this.#benches);
      const hidden = witness && differs(witness) ? witness : rules && bare;
      const shows = hidden && id !== undefined ? this.#unmasked(hidden, chosen, id) : hidden;
      if (shows) {
        const [was, is] = this.#standings(rules ?? NO_RULES, shows.answers);
        yield { ...shows, standings: [was.is, is.is] };
      }
      shown += 1;
      if (shown === SHOWN) return;
    }
  }

  /** The patient, or one like them of whom nothing else hides the change. */
  #unmasked(witness: Witness, chosen: ReadonlySet<string>, id: string): Witness {
    const tries = (this.#tries.get(id) ?? 0) + 1;
    if (restriction(witness.before) !== restriction(witness.after) || tries > UNMASKED)
      return witness;
    this.#tries.set(id, tries);
    return unmasked(witness, chosen, id, this.#benches) ?? witness;
  }

  /** The rule in both rule sets; undefined where what changed is no rule's doing. */
  #rules(id: string): Rules | undefined {
    const rules = this.#inBoth(({ screener }) =>
      screener.prepared.rules.find(({ body }) => body.id === id),
    );
    return rules.every((rule) => rule === undefined) ? undefined : rules;
  }

  #standsAlike(rules: Rules, answers: Raw): boolean {
    const [was, is] = this.#inBoth((bench, index) => {
      const [rule, context] = [rules[index], contextWith(answers, bench)];
      return rule && context ? verdictsText(rule, context) : '';
    });
    return was === is;
  }

  #standings(rules: Rules, answers: Raw): readonly [Standing, Standing] {
    return standingsApart(
      this.#inBoth((bench, index) => {
        const [rule, context] = [rules[index], contextWith(answers, bench)];
        return rule && context ? evaluateRule(rule, context) : [];
      }),
    );
  }

  #inBoth<T>(each: (bench: Bench, index: 0 | 1) => T): readonly [T, T] {
    const [before, after] = this.#benches;
    return [each(before, 0), each(after, 1)];
  }

  /** Screened ahead of the day, with what is taken going on, as agreed, as long as nothing else is said of it. */
  #screened(answers: Raw): Raw {
    const screenedAt = this.#screenedAt;
    if (screenedAt === undefined) return answers;
    const { medications } = answers;
    const asTaken = (medicine: Raw): Raw => {
      const { last_taken: taken, ...others } = medicine;
      const isPast = typeof taken === 'string' && taken <= screenedAt;
      const told = isPast ? { last_taken: taken } : {};
      return { still_taking: true, prescriber_agrees: true, ...told, ...others };
    };
    return {
      ...answers,
      screened_at: screenedAt,
      ...(Array.isArray(medications) ? { medications: medications.map(asTaken) } : {}),
    };
  }

  /** Throws where nothing was hidden from the walk and the real evaluation has the rule stand otherwise. */
  confirm({ before, after, taken, model }: Leaf, id: string): void {
    const rules = this.#rules(id);
    if (!rules) return;
    if (!this.#benches.every((bench) => isWhole(taken, bench))) return;
    for (const described of this.#nodes.patientsOf(taken, model)) {
      const answers = answersOf(described);
      if (!this.#benches.every((bench) => intakeWith(answers, bench))) continue;
      const [was, is] = this.#standings(rules, answers);
      if (!isSame(was, before) || !isSame(is, after)) throw disagreement(id, answers);
    }
  }
}
