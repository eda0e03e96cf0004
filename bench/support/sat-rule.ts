/** Two versions of a rule as formulas over the regions of the answers that they read, for a SAT solver. */
import Logic from 'logic-solver';

import type { Region } from '../../src/audit/regions/answer-regions.ts';
import type { Bench } from '../../src/audit/regions/bench.ts';
import { hiddenAnswer, HIDDEN_PARTS, KINDS } from '../../src/audit/regions/hidden.ts';
import { type Model, nobody, regionsOfFact } from '../../src/audit/regions/model.ts';
import { evaluate } from '../../src/evaluation/condition.ts';
import type { Context, PreparedRule, Quiet } from '../../src/evaluation/context.ts';
import type { Answer } from '../../src/intake/answers.ts';
import type { Condition } from '../../src/rules/condition.ts';

export interface Asked {
  readonly both: readonly PreparedRule[];
  readonly model: Model;
  readonly bench: Bench;
  /** One for all questions: to start it takes longer than to solve one. */
  readonly solver: Logic.Solver;
  /** Begins the names of this question alone. */
  readonly name: string;
}

type Formula = Logic.Formula | string;

/** When it holds, and when it does not. */
interface Rails {
  readonly t: Formula;
  readonly f: Formula;
}

const OTHER = { open: 'open', favourable: 'unfavourable', unfavourable: 'favourable' } as const;

export class SatRule {
  readonly #asked: Asked;
  readonly #base: Context;
  readonly #answers = new Map<string, readonly ReadonlyMap<string, Answer>[]>();

  constructor(asked: Asked) {
    this.#asked = asked;
    this.#base = nobody(asked.bench, asked.model.healthy);
  }

  /** Whether somebody exists of whom the two versions say different things. */
  differs(): boolean {
    const [a, b] = this.#asked.both.map((rule) => this.#rule(rule));
    if (!a || !b) throw new Error('two rules are compared');
    const differs = Logic.or(Logic.xor(a.t, b.t), Logic.xor(a.f, b.f));
    return this.#asked.solver.solveAssuming(differs) !== null;
  }

  #rule({ condition, body, needs }: PreparedRule): Rails {
    const open = this.#rails(condition, needs, 'open');
    const quiet = this.#rails(condition, needs, 'favourable');
    const unless = body.unless ? this.#rails(body.unless, needs, 'open').t : Logic.FALSE;
    const either = Logic.and(Logic.not(open.t), Logic.not(open.f));
    return {
      t: Logic.and(Logic.not(unless), Logic.or(open.t, Logic.and(either, quiet.t))),
      f: Logic.or(open.f, unless, Logic.and(either, quiet.f)),
    };
  }

  #rails(condition: Condition, needs: ReadonlySet<string>, quiet: Quiet): Rails {
    if (condition.kind === 'test') return this.#test(condition, needs, quiet);
    if (condition.kind === 'medicines')
      throw new Error('a condition about other medicines in sight');
    const inner = condition.kind === 'none' ? OTHER[quiet] : quiet;
    const parts = condition.of.map((part) => this.#rails(part, needs, inner));
    const [t, f] = [parts.map((part) => part.t), parts.map((part) => part.f)];
    if (condition.kind === 'all') return { t: Logic.and(t), f: Logic.or(f) };
    const any = { t: Logic.or(t), f: Logic.and(f) };
    return condition.kind === 'any' ? any : { t: any.f, f: any.t };
  }

  /** The regions in which the evaluation says that it holds, and those in which it says that it does not. */
  #test(
    test: Extract<Condition, { kind: 'test' }>,
    needs: ReadonlySet<string>,
    quiet: Quiet,
  ): Rails {
    const { fact } = test;
    const truths = this.#regions(fact).map((answers, index) => {
      const context = {
        ...this.#base,
        intake: { ...this.#base.intake, answers },
        decided: new Map(),
      };
      return { name: this.#name(fact, index), truth: evaluate(test, context, { needs }, quiet) };
    });
    const those = (wanted: string): Formula =>
      Logic.or(truths.filter(({ truth }) => truth === wanted).map(({ name }) => name));
    return { t: those('true'), f: those('false') };
  }

  /** Answers for each region of a fact, of which exactly one is a patient's. */
  #regions(fact: string): readonly ReadonlyMap<string, Answer>[] {
    let regions = this.#answers.get(fact);
    if (!regions) {
      this.#answers.set(fact, (regions = this.#cut(fact)));
      const one = Logic.exactlyOne(regions.map((_, index) => this.#name(fact, index)));
      this.#asked.solver.require(one);
    }
    return regions;
  }

  #name(fact: string, region: number): string {
    return `${this.#asked.name} ${fact} ${region}`;
  }

  #cut(fact: string): ReadonlyMap<string, Answer>[] {
    const { model } = this.#asked;
    if (model.nodes.has(fact)) {
      return KINDS.map((kind) => {
        const parts = HIDDEN_PARTS.flatMap((part): [string, Answer][] => {
          const answer = hiddenAnswer(kind, part);
          return answer ? [[`${fact}~${part}`, answer]] : [];
        });
        return new Map(parts);
      });
    }
    const from = this.#base.prepared.lookups.get(fact)?.from ?? fact;
    const regions: readonly Region[] = regionsOfFact(from, model, model.healthy.procedure_at);
    return regions.map(({ answer }) => new Map(answer ? [[from, answer]] : []));
  }
}
