/** A patient who takes shape as the evaluation looks: each answer is chosen when it is read for the first time. */
import type { ScreenedMedicine } from '../../evaluation/context.ts';
import type { Answer } from '../../intake/answers.ts';
import type { Instant } from '../../time/zone.ts';
import type { Region } from './answer-regions.ts';
import type { Choose } from './choices.ts';
import { hiddenAnswer } from './hidden.ts';
import { lazyMedicine } from './lazy-medicine.ts';
import { type Model, once, regionsOfFact } from './model.ts';
import { OpenPatient, type Reading } from './open-patient.ts';
import { decideOpenly } from './open-tests.ts';
import type { OpenContext } from './openly.ts';
import { TIME_KEYS } from './open-values.ts';
import { answerKey, type Supposed } from './taken.ts';

export class LazyPatient {
  readonly #choose: Choose;
  readonly #model: Model;
  readonly #open: OpenPatient;
  readonly #latest = new Map<string, Instant>();

  constructor(choose: Choose, model: Model, reading?: Reading) {
    this.#choose = choose;
    this.#model = model;
    this.#open = new OpenPatient(choose, model, reading);
  }

  /** As the rules of one bench see the patient. */
  seenBy(
    index: number,
    supposed: Supposed = 'now',
    continued: ReadonlySet<number> = new Set(),
  ): OpenContext {
    const { benches, healthy } = this.#model;
    const bench = benches[index];
    if (!bench) throw new Error(`no bench ${index}`);
    const { zone, prepared } = bench.screener;
    const lazy = {
      screenedAt: () => this.#open.screenedAt(),
      screenedDay: () => this.#screenedDay(),
      medicines: () => this.#medicines(index),
    };
    return {
      prepared,
      intake: {
        ...healthy,
        answers: new LazyAnswers((fact) => this.#answer(fact, index, supposed)),
        medicines: [],
      },
      zone,
      procedureAt: healthy.procedure_at,
      procedureDay: zone.dayOf(healthy.procedure_at),
      get screenedAt() {
        return lazy.screenedAt();
      },
      get screenedDay() {
        return lazy.screenedDay();
      },
      get medicines() {
        return lazy.medicines();
      },
      continued,
      decided: new Map(),
      decides: (condition, scope, quiet) =>
        decideOpenly({ patient: this.#open, bench: index, supposed, continued }, condition, {
          scope,
          quiet,
        }),
    };
  }

  /** Only patients to whom a hidden answer has one of these kinds of truth. */
  limitedTo(id: string, kinds: ReadonlySet<string>): this {
    this.#open.limitTo(id, kinds);
    return this;
  }

  #answer(fact: string, bench: number, supposed: Supposed): Answer | undefined {
    const end = fact.lastIndexOf('~');
    const id = end === -1 ? fact : fact.slice(0, end);
    if (end !== -1 && this.#model.nodes.has(id)) {
      const part = fact.slice(end + 1);
      const seen = this.#open.lookAtKinds(id, supposed, {
        asked: `${bench} ${part}`,
        answerOf: (kinds) => {
          const answer = hiddenAnswer(kinds[bench] ?? 0, part);
          return answer?.state === 'answered' ? String(answer.value) : undefined;
        },
      });
      return seen === undefined ? undefined : { state: 'answered', value: seen === 'true' };
    }
    if (!this.#isQuestion(fact)) return undefined;
    const key = answerKey(fact);
    const said = this.#model.fixed?.get(key) as Region | undefined;
    const latest = this.#latestFor(fact);
    const { answer } = said ?? this.#choose(key, () => this.#regions(fact, latest));
    if (answer?.state === 'answered') this.#remember(fact, Number(answer.value));
    return answer;
  }

  /** Whether it is the day of the procedure is all that the evaluation asks of it. */
  #screenedDay(): number {
    const { benches, healthy } = this.#model;
    const zone = benches[0]?.screener.zone;
    if (!zone) throw new Error('no bench');
    const day = zone.dayOf(healthy.procedure_at);
    const isOnTheDay = this.#open.lookAtTimes({
      asked: 'on the day',
      reads: [TIME_KEYS.screenedAt],
      answerOf: ({ screenedAt }) => zone.dayOf(screenedAt) === day,
    });
    return isOnTheDay === true ? day : day - 1;
  }

  #regions(fact: string, latest: Instant): readonly Region[] {
    return once(this.#model, `answer ${fact} ${latest}`, () =>
      regionsOfFact(fact, this.#model, latest),
    );
  }

  /** The moment that bounds what can be past: that of the screening, where it is known by now. */
  #latestFor(fact: string): Instant {
    let latest = this.#latest.get(fact);
    if (latest === undefined) {
      const isBound = this.#isPast(fact) && this.#open.knowsTimes;
      latest = isBound ? this.#open.screenedAt() : this.#model.healthy.procedure_at;
      this.#latest.set(fact, latest);
    }
    return latest;
  }

  #isPast(fact: string): boolean {
    return this.#model.benches.some(({ screener }) => {
      const question = screener.prepared.questions.get(fact);
      return question !== undefined && 'direction' in question && question.direction !== 'any';
    });
  }

  #isQuestion(fact: string): boolean {
    return this.#model.benches.some(({ screener }) => screener.prepared.questions.has(fact));
  }

  #remember(fact: string, moment: number): void {
    for (const { screener } of this.#model.benches) {
      const question = screener.prepared.questions.get(fact);
      if (question?.type === 'date-time' && question.direction === 'past')
        this.#open.isAfter(moment);
      if (question?.type === 'date' && question.direction === 'past')
        this.#open.isAfter(screener.zone.startOfDay(moment));
    }
  }

  #medicines(bench: number): ScreenedMedicine[] {
    return Array.from({ length: this.#open.count() }, (_, slot) =>
      lazyMedicine(this.#open, bench, slot),
    );
  }
}

/** Answers that are chosen when they are looked up. */
class LazyAnswers extends Map<string, Answer> {
  readonly #answer: (fact: string) => Answer | undefined;

  constructor(answer: (fact: string) => Answer | undefined) {
    super();
    this.#answer = answer;
  }

  override get(fact: string): Answer | undefined {
    return this.#answer(fact);
  }
}
