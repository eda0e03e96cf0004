/**
 * Proves of everything that reads an answer: whatever it says before the answer moves, it, or something else of a cover,
 * says as restrictively after. What takes it up in the real evaluation of a patient joins the cover.
 */
import type { PreparedRule } from '../../evaluation/context.ts';
import type { Bench } from '../regions/bench.ts';
import type { Taken } from '../regions/choices.ts';
import { NOTHING_GIVEN } from '../regions/given.ts';
import { type Model, modelOf } from '../regions/model.ts';
import type { Nodes } from '../regions/nodes.ts';
import { conditionsIn } from '../regions/reading.ts';
import type { Raw, Written } from '../regions/written.ts';
import { type Claim, findingClaim, isContact, planClaim, questionClaim } from './claims.ts';
import { isPossiblePair, takenOf, walkPairs } from './moved-pair.ts';
import { MovedRules } from './moved-rules.ts';
import type { Move } from './moved-values.ts';
import { RealMoves } from './real-moves.ts';

export interface Proved {
  readonly regions: number;
  /** How many rules and questions. */
  readonly claims: number;
  /** What was neither proved nor refuted. */
  readonly open: readonly string[];
  /** Definitions that change as the answer moves, and rules by what they ask of other medicines. */
  readonly through: ReadonlySet<string>;
  readonly refuted?: { readonly id: string; readonly witness: Raw };
}

/** What came of one walk: the regions of which a claim does not hold, so many at most. */
interface Round {
  readonly broken: readonly (readonly Taken[])[];
  readonly complete: boolean;
  readonly model: Model;
}

const LOOKS = 12;

export class MoveProof {
  readonly #move: Move;
  readonly #nodes: Nodes;
  readonly #rules: MovedRules;
  readonly #real: RealMoves;
  /** By what it is that lets go. */
  readonly #covers = new Map<string, PreparedRule[]>();
  #regions = 0;

  constructor(move: Move, bench: Bench, nodes: Nodes) {
    this.#move = move;
    this.#nodes = nodes;
    this.#rules = new MovedRules(move, bench, nodes);
    this.#real = new RealMoves(move, bench);
  }

  result(): Proved {
    const claims = this.#claims();
    const open = new Set<string>();
    let refuted: Proved['refuted'];
    for (const claim of claims) {
      const witness = this.#prove(claim);
      if (witness === 'open') open.add(claim.id);
      else if (witness) refuted = { id: claim.id, witness };
      if (refuted) break;
    }
    return {
      regions: this.#regions + this.#rules.regions,
      claims: new Set(claims.map(({ id }) => id)).size,
      open: [...open],
      through: new Set(claims.flatMap((claim) => this.#through(claim))),
      ...(refuted ? { refuted } : {}),
    };
  }

  #claims(): Claim[] {
    const { questions } = this.#rules.view.screener.prepared.ruleSet;
    const required = questions.filter(({ need }) => need !== 'optional').map(questionClaim);
    return [...this.#rules.all.flatMap((rule) => this.#claimsOf(rule)), ...required].filter(
      ({ conditions }) => this.#rules.isMoved(conditions),
    );
  }

  #claimsOf(rule: PreparedRule): Claim[] {
    const { each_medicine: each, outcome } = rule.body;
    const isPlanned = each && rule.asksLastDose && outcome !== 'go';
    // A rule would speak of its own medicine after as before, but where something else changes.
    const isChanged = this.#rules.movingIn(conditionsIn(rule)).length > 0;
    const claims = [findingClaim(rule), ...(isPlanned && isChanged ? [planClaim(rule)] : [])];
    if (!this.#rules.isBeyond(rule)) return claims;
    return claims.map((claim) => ({ ...claim, holds: () => false }));
  }

  #through({ id, conditions }: Claim): string[] {
    const moving = this.#rules.movingIn(conditions);
    return moving.map((each) => (this.#nodes.meantBy(each).kind === 'definition' ? each : id));
  }

  /** A patient who refutes it; undefined when it is proved. */
  #prove(claim: Claim): Raw | 'open' | undefined {
    // What takes up a finding mostly takes up the plan too.
    const cover = this.#covers.get(claim.id) ?? [];
    this.#covers.set(claim.id, cover);
    for (;;) {
      const { broken, complete, model } = this.#round(claim, cover);
      if (broken.length === 0) return complete ? undefined : 'open';
      const found = this.#look(claim, broken, model, cover);
      if (found !== 'covered') return found;
    }
  }

  /** Of everybody; else of those of none of whose medicines the cover says something as restrictive, paused or not. */
  #round(claim: Claim, cover: readonly PreparedRule[]): Round {
    const round = this.#walk(claim, cover, []);
    const beside = cover.filter((each) => each.body.each_medicine && !this.#rules.isTimed(each));
    const isDone = round.broken.length === 0 || beside.length === 0;
    return isDone ? round : this.#walk(claim, cover, beside);
  }

  #walk(
    { conditions, least, slots, holds }: Claim,
    cover: readonly PreparedRule[],
    beside: readonly PreparedRule[],
  ): Round {
    // Without an answer that is always required the physician is asked anyway.
    const given = isContact(least) ? this.#rules.answered : NOTHING_GIVEN;
    const truths = this.#rules.truthsBeside({ given, rules: beside, least });
    const reading = this.#rules.reading([...conditions, ...cover.flatMap(conditionsIn)]);
    const nodes = this.#nodes;
    const model = modelOf([this.#rules.view], [reading], { nodes, slots, given });
    const step = truths.movingIn(reading).length > 0 ? 'may show' : 'shows';
    const broken: (readonly Taken[])[] = [];
    const { complete, regions } = walkPairs(
      { move: this.#move, model, step, kinds: truths.pairsOf },
      (patient) => holds(patient, cover),
      (isHeld, taken) => {
        if (isHeld || !isPossiblePair(taken, model, nodes)) return undefined;
        broken.push(taken);
        return broken.length === LOOKS ? 'stop' : undefined;
      },
    );
    this.#regions += regions;
    return { broken, complete, model };
  }

  /** Looks for a patient who is let go, or else for what stands in the way of the others. */
  #look(
    { rule }: Claim,
    broken: readonly (readonly Taken[])[],
    model: Model,
    cover: PreparedRule[],
  ): Raw | 'open' | 'covered' {
    if (rule?.body.each_medicine && cover.length === 0) {
      // The rule in another of its lines, or its counterpart.
      cover.push(rule, ...this.#rules.counterparts(rule));
      return 'covered';
    }
    for (const patient of this.#patients(broken, model)) {
      const found = this.#real.look(patient, rule?.body.id);
      if (found.witness) return found.witness;
      const next = this.#rules.all
        .filter((each) => found.instead.has(each.body.id) && !cover.includes(each))
        .toSorted((a, b) => this.#doubts(a) - this.#doubts(b))[0];
      if (!next) continue;
      cover.push(next);
      return 'covered';
    }
    return 'open';
  }

  /** What helped elsewhere, and what does not hang on times, is likelier to help. */
  #doubts(rule: PreparedRule): number {
    const isKnown = [...this.#covers.values()].some((cover) => cover.includes(rule));
    return Number(!isKnown) + Number(this.#rules.isTimed(rule));
  }

  *#patients(broken: readonly (readonly Taken[])[], model: Model): Generator<Written> {
    for (const taken of broken)
      for (const place of [1, 0] as const)
        yield* this.#nodes.patientsOf(takenOf(taken, place), model);
  }
}
