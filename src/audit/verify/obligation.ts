/**
 * Proves that every patient of some kind gets a result that is restrictive enough. The walk looks for a patient of
 * whom no rule of a cover holds; what stands in the way of that one in the real evaluation joins the cover, and the
 * walk begins again, until nobody is left or somebody gets through.
 */
import type { Context, PreparedRule } from '../../evaluation/context.ts';
import { type Headline, isAtLeast } from '../../evaluation/finding-order.ts';
import { isAsked } from '../../evaluation/missing.ts';
import { prepareRules } from '../../evaluation/prepared.ts';
import type { Finding } from '../../evaluation/result.ts';
import type { Condition } from '../../rules/condition.ts';
import type { RuleBody, RuleSet } from '../../rules/rule-set.ts';
import type { Question } from '../../rules/schema/question.ts';
import type { Bench } from '../regions/bench.ts';
import { type Taken, walk } from '../regions/choices.ts';
import { inSight } from '../regions/in-sight.ts';
import { LazyPatient } from '../regions/lazy-patient.ts';
import { type Model, modelOf } from '../regions/model.ts';
import { Nodes } from '../regions/nodes.ts';
import { conditionsIn, readingOf } from '../regions/reading.ts';
import {
  answersOf,
  contextWith,
  disagreement,
  isWhole,
  realStanding,
  resultOf,
} from '../regions/replay.ts';
import { standingOf } from '../regions/standing.ts';
import type { Raw } from '../regions/written.ts';
import { Cover } from './cover.ts';
import type { Ruling } from './law.ts';

export interface Obligation {
  /** Concerns the patients with whom it fires. */
  readonly stated: RuleBody;
  /** A question that is asked and without an answer. */
  readonly unanswered?: string | undefined;
  /** How restrictive their results have to be at least. */
  readonly least: Headline;
}

/** Regions of one walk, and patients for whom neither a way through nor an obstacle was found. */
const BUDGET = 60_000;
const OPEN = 8;

export function rulingOn(obligation: Obligation, bench: Bench): Ruling {
  const search = new Search(obligation, bench);
  let regions = 0;
  for (;;) {
    const round = search.walk();
    regions += round.regions;
    if (round.grew) continue;
    if (round.witness)
      return {
        status: 'refuted',
        regions,
        basis: 'nothing stands in the way of this patient',
        witness: round.witness,
      };
    if (!round.complete)
      return {
        status: 'not-proved',
        regions,
        basis:
          'not every region was decided: what stands in the way hangs on other medicines or on several rules together',
      };
    return round.concerned === 0
      ? {
          status: 'not-proved',
          regions,
          basis: 'no patient meets its conditions, so it says nothing',
        }
      : { status: 'proved', regions, basis: search.basis() };
  }
}

/** What came of one walk. */
interface Round {
  readonly complete: boolean;
  readonly regions: number;
  /** Regions that the obligation concerns. */
  readonly concerned: number;
  readonly witness: Raw | undefined;
  /** Something was added to the cover. */
  readonly grew: boolean;
}

type Found =
  | { readonly is: 'witness'; readonly answers: Raw }
  | { readonly is: 'obstacle' | 'open' };

class Search {
  readonly #obligation: Obligation;
  readonly #bench: Bench;
  /** With the rule that says whom the obligation concerns. */
  readonly #trial: Bench;
  readonly #nodes: Nodes;
  readonly #cover = new Cover();

  constructor(obligation: Obligation, bench: Bench) {
    this.#obligation = obligation;
    this.#bench = bench;
    const { ruleSet } = bench.screener.prepared;
    const { on: _, ...screener } = bench.screener;
    const rules = [...ruleSet.rules, definedIn(obligation.stated, ruleSet)];
    this.#trial = {
      ...bench,
      screener: { ...screener, prepared: prepareRules({ ...ruleSet, rules }) },
    };
    this.#nodes = new Nodes([this.#trial]);
  }

  walk(): Round {
    const { least } = this.#obligation;
    const model = this.#model();
    const stated = ruleIn(this.#nodes.benches[0], this.#obligation.stated.id);
    const size = this.#cover.size;
    let concerned = 0;
    let open = 0;
    let witness: Raw | undefined;
    const { complete, regions } = walk(
      (choose) => {
        const patient = new LazyPatient(choose, model);
        if (standingOf(stated, patient, 0, false).is !== 'fired') return 'aside';
        if (!this.#lacksAnswer(patient.seenBy(0))) return 'aside';
        return this.#cover.holds(patient, least) ? 'held' : 'free';
      },
      (found, taken) => {
        if (found === 'free' && !this.#nodes.isPossible(taken, model)) return undefined;
        if (found !== 'aside') concerned += 1;
        if (found !== 'free') return undefined;
        const real = this.#replay(taken, model);
        if (real.is === 'witness') witness = real.answers;
        if (real.is === 'open') open += 1;
        return real.is === 'open' && open < OPEN ? undefined : 'stop';
      },
      BUDGET,
    );
    return {
      complete: complete && open === 0,
      regions,
      concerned,
      witness,
      grew: this.#cover.size > size,
    };
  }

  basis(): string {
    const { stated } = this.#obligation;
    const whose = stated.each_medicine ? 'medicine' : 'patient';
    const names = this.#cover.names;
    const all = names.length === 1 ? '' : 'one of ';
    return `${all}${names.join(', ')} stands in the way of every such ${whose} by itself, and the disposition is the most restrictive of all; one medicine at a time, so it holds for any number of them`;
  }

  #model(): Model {
    const { rules, questions } = this.#cover;
    const [bench] = this.#nodes.benches;
    const stated = ruleIn(bench, this.#obligation.stated.id);
    const all = [stated, ...rules];
    const asked = this.#question();
    const conditions = [
      ...all.flatMap(conditionsIn),
      ...[...questions, ...(asked ? [asked] : [])].flatMap(({ when }) => when ?? []),
    ];
    if (!bench) throw new Error('no rules to look at');
    return modelOf([bench], [readingOf(conditions, bench.screener.prepared)], {
      nodes: this.#nodes,
      slots: Number(all.some(({ body }) => body.each_medicine !== undefined)),
    });
  }

  #question(): Question | undefined {
    const { unanswered } = this.#obligation;
    return unanswered === undefined
      ? undefined
      : this.#nodes.benches[0]?.screener.prepared.questions.get(unanswered);
  }

  /** Whether the question is asked and has no answer; always, when the obligation is about none. */
  #lacksAnswer(context: Context): boolean {
    const { unanswered } = this.#obligation;
    if (unanswered === undefined) return true;
    const question = context.prepared.questions.get(unanswered);
    return (
      question !== undefined &&
      isAsked(question, context) &&
      context.intake.answers.get(unanswered)?.state !== 'answered'
    );
  }

  /** Puts a region of whom nothing holds to the real evaluation. */
  #replay(taken: readonly Taken[], model: Model): Found {
    const whole = isWhole(taken, this.#bench);
    for (const described of this.#nodes.patientsOf(taken, model)) {
      const answers = answersOf(described);
      const context = contextWith(answers, this.#trial);
      const result = context && resultOf(answers, this.#bench);
      if (!context || !result) continue;
      if (!this.#concerns(context)) {
        if (whole) throw disagreement(this.#obligation.stated.id, answers);
        continue;
      }
      if (!isAtLeast(result, this.#obligation.least)) return { is: 'witness', answers };
      if (this.#add(result.findings, context)) return { is: 'obstacle' };
      if (whole && this.#isStopped(result.findings))
        throw disagreement(this.#obligation.stated.id, answers);
    }
    return { is: 'open' };
  }

  #concerns(context: Context): boolean {
    const stated = ruleIn(this.#trial, this.#obligation.stated.id);
    return realStanding(stated, context).is === 'fired' && this.#lacksAnswer(context);
  }

  #reallyHolds(rule: PreparedRule, context: Context): boolean {
    const real = ruleIn(this.#trial, rule.body.id);
    return isAtLeast(realStanding(real, context), this.#obligation.least);
  }

  /** Whether a rule is said to stand in the way by itself. */
  #isStopped(findings: readonly Finding[]): boolean {
    return findings.some(
      (found) => isAtLeast(found, this.#obligation.least) && this.#rule(found.rule) !== undefined,
    );
  }

  #rule(id: string): PreparedRule | undefined {
    return this.#nodes.benches[0]?.screener.prepared.rules.find(({ body }) => body.id === id);
  }

  /** Adds one thing to the cover that really stands in the patient's way: a rule, or else a question. */
  #add(findings: readonly Finding[], context: Context): boolean {
    const strict = findings.filter((found) => isAtLeast(found, this.#obligation.least));
    for (const { rule: id } of strict) {
      const rule = this.#rule(id);
      if (!rule || this.#cover.has(id) || !this.#reallyHolds(rule, context)) continue;
      this.#cover.rules.push(rule);
      return true;
    }
    for (const { rule: id, subject } of strict) {
      const question = this.#nodes.benches[0]?.screener.prepared.questions.get(subject);
      if (!question || !id.startsWith('intake.') || this.#cover.has(subject)) continue;
      this.#cover.questions.push(question);
      return true;
    }
    return false;
  }
}

function ruleIn(bench: Bench | undefined, id: string): PreparedRule {
  const rule = bench?.screener.prepared.rules.find(({ body }) => body.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

/** With its definitions written out. */
function definedIn(stated: RuleBody, { definitions }: Pick<RuleSet, 'definitions'>): RuleBody {
  const whens = new Map(definitions.map(({ id, when }) => [id, when]));
  const { when, each_medicine: each } = stated;
  const out = (condition: Condition): Condition => inSight(condition, (fact) => whens.get(fact));
  return {
    ...stated,
    ...(when ? { when: out(when) } : {}),
    ...(each ? { each_medicine: out(each) } : {}),
  };
}
