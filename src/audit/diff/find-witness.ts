import type { PreparedRule } from '../../evaluation/context.ts';
import type { AnswerValue } from '../../intake/answers.ts';
import { formatDay } from '../../time/day.ts';
import { candidateValues } from '../regions/answer-values.ts';
import { type Bench, healthyIntake } from '../regions/bench.ts';
import type { Nodes } from '../regions/nodes.ts';
import {
  answersOf,
  contextWith,
  disagreement,
  isWhole,
  realStanding,
  verdictsText,
} from '../regions/replay.ts';
import { isSame, QUIET, type Standing } from '../regions/standing.ts';
import type { Raw } from '../regions/written.ts';
import type { Leaf } from './rule-difference.ts';
import { differs, replay, restriction, resultOf, type Witness } from './witness.ts';

/** Answers that are filled in one after the other, since each may bring another question up. */
const ROUNDS = 14;
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Patients that a region may be, of whom most turn out to be told the same. */
const CANDIDATES = 96;
/** Those who are told different things are answered for in full: so many of a region. */
const SHOWN = 3;

/** A patient of whom a rule says something else than before, whether or not that can be seen in the whole result. */
export interface Shown extends Witness {
  readonly standings: readonly [Standing['is'], Standing['is']];
}

/** Makes patients of flesh and blood of the regions of a walk. */
export class WitnessFinder {
  readonly #benches: readonly [Bench, Bench];
  readonly #nodes: Nodes;
  /** When patients are screened who can still hear of an hour that is to come; undefined: on the day. */
  readonly #screenedAt: string | undefined;

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
      const answers = this.#unusual(this.#screened(answersOf(described)));
      if (rules && this.#standsAlike(rules, answers)) continue;
      const bare = replay(answers, this.#benches);
      if (!bare || (!rules && !differs(bare) && bare.after.disposition !== 'hold')) continue;
      // Where an unanswered question hides the change, as it does a mere note, it is answered first.
      const witness = isHidden(bare)
        ? replay(this.#completed(answers, new Set(Object.keys(described.answers))), this.#benches)
        : bare;
      if (witness && differs(witness))
        yield { ...witness, standings: this.#standings(witness.answers, id) };
      else if (rules) yield { ...bare, standings: this.#standings(answers, id) };
      shown += 1;
      if (shown === SHOWN) return;
    }
  }

  /** The rule in both rule sets; undefined where what changed is no rule's doing. */
  #rules(id: string): readonly (PreparedRule | undefined)[] | undefined {
    const rules = this.#benches.map(({ screener }) =>
      screener.prepared.rules.find(({ body }) => body.id === id),
    );
    return rules.every((rule) => rule === undefined) ? undefined : rules;
  }

  #standsAlike(rules: readonly (PreparedRule | undefined)[], answers: Raw): boolean {
    const said = rules.map((rule, index) => {
      const bench = this.#benches[index];
      const context = bench && contextWith(answers, bench);
      return rule && context ? verdictsText(rule, context) : '';
    });
    return new Set(said).size === 1;
  }

  #standings(answers: Raw, id: string | undefined): Shown['standings'] {
    const rules = id === undefined ? [] : (this.#rules(id) ?? []);
    const [before = QUIET, after = QUIET] = rules.map((rule, index) => {
      const bench = this.#benches[index];
      const context = bench && contextWith(answers, bench);
      return rule && context ? realStanding(rule, context) : QUIET;
    });
    return [before.is, after.is];
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
    // What is required of a question is no rule's doing.
    if (!rules) return;
    if (!this.#benches.every((bench) => isWhole(taken, bench))) return;
    for (const described of this.#nodes.patientsOf(taken, model)) {
      const answers = answersOf(described);
      const contexts = this.#benches.map((bench) => contextWith(answers, bench));
      if (contexts.includes(undefined)) continue;
      for (const [index, said] of [before, after].entries()) {
        const [rule, context] = [rules[index], contexts[index]];
        const real = rule && context ? realStanding(rule, context) : QUIET;
        if (!isSame(real, said)) throw disagreement(id, answers);
      }
    }
  }

  /** Only what the healthy patient would answer otherwise. */
  #unusual(answers: Raw): Raw {
    const { healthy } = this.#benches[1];
    return Object.fromEntries(
      Object.entries(answers).filter(
        ([fact, value]) => plain(healthy[fact] ?? null) !== plain(value),
      ),
    );
  }

  /** Answers what else is then required, with what stands least in the way. */
  #completed(raw: Raw, chosen: ReadonlySet<string>): Raw {
    let answers = raw;
    const tried = new Set(chosen);
    for (let round = 0; round < ROUNDS; round += 1) {
      const missing = this.#benches
        .flatMap((bench) => resultOf(answers, bench)?.missing ?? [])
        .find(({ fact }) => !tried.has(fact) && this.#candidates(fact).length > 0);
      if (!missing) return answers;
      tried.add(missing.fact);
      const weighed = this.#candidates(missing.fact).map((value) => {
        const option = { ...answers, [missing.fact]: value };
        return { option, weight: this.#weight(option) };
      });
      answers = weighed.toSorted((a, b) => a.weight - b.weight)[0]?.option ?? answers;
    }
    return answers;
  }

  #weight(answers: Raw): number {
    return this.#benches.reduce((sum, bench) => {
      const result = resultOf(answers, bench);
      return sum + (result ? restriction(result) * 100 + result.findings.length : 1e6);
    }, 0);
  }

  #candidates(fact: string): unknown[] {
    const [before, after] = this.#benches;
    const question =
      after.screener.prepared.questions.get(fact) ?? before.screener.prepared.questions.get(fact);
    if (!question) return [];
    const { procedure_at: procedureAt } = healthyIntake(after);
    const { zone } = after.screener;
    const values = candidateValues(question, [], { procedureAt, zone });
    const shown = (value: AnswerValue): unknown => {
      if (question.type === 'date') return formatDay(Number(value));
      return question.type === 'date-time' ? zone.format(Number(value)).slice(0, 16) : value;
    };
    return values.slice(0, 8).map(shown);
  }
}

function plain(value: unknown): string {
  return JSON.stringify(value === 'yes' ? true : value === 'no' ? false : value);
}

/** Whether both sets say the same on the whole, though something below that differs. */
function isHidden({ before, after }: Witness): boolean {
  return restriction(before) === restriction(after);
}
