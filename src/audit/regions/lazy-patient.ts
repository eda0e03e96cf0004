/** A patient who takes shape as the evaluation looks: each answer is chosen when it is read for the first time. */
import type { Context, ScreenedMedicine } from '../../evaluation/context.ts';
import { routeOf } from '../../evaluation/screened-medicine.ts';
import type { Answer, IntakeMedicine } from '../../intake/answers.ts';
import type { Instant } from '../../time/zone.ts';
import type { Region } from './answer-regions.ts';
import type { Choose } from './choices.ts';
import { hiddenAnswer } from './hidden.ts';
import type { Identity } from './identities.ts';
import { lastTakenOptions, screenedAtOptions, toldOptions } from './medicine-regions.ts';
import { type Model, regionsOfFact, remembered } from './model.ts';

export class LazyPatient {
  readonly #choose: Choose;
  readonly #model: Model;
  /** The latest moment that was said to be past. */
  #past = Number.NEGATIVE_INFINITY;
  #screenedAt: Instant | undefined;

  constructor(choose: Choose, model: Model) {
    this.#choose = choose;
    this.#model = model;
  }

  /** As the rules of one bench see the patient; `going-on`: if nothing were paused, which hidden answers may not outlast. */
  seenBy(index: number, as: 'now' | 'going-on' = 'now'): Context {
    const { benches, healthy } = this.#model;
    const bench = benches[index];
    if (!bench) throw new Error(`no bench ${index}`);
    const { zone, prepared } = bench.screener;
    const lazy = { screenedAt: () => this.screenedAt(), medicines: () => this.#medicines(index) };
    return {
      prepared,
      intake: {
        ...healthy,
        answers: new LazyAnswers((fact) => this.#answer(fact, index, as)),
        medicines: [],
      },
      zone,
      procedureAt: healthy.procedure_at,
      procedureDay: zone.dayOf(healthy.procedure_at),
      get screenedAt() {
        return lazy.screenedAt();
      },
      get screenedDay() {
        return zone.dayOf(lazy.screenedAt());
      },
      get medicines() {
        return lazy.medicines();
      },
      continued: new Set(),
      decided: new Map(),
    };
  }

  #answer(fact: string, bench: number, as: 'now' | 'going-on'): Answer | undefined {
    const { nodes } = this.#model;
    const end = fact.lastIndexOf('~');
    const id = end === -1 ? fact : fact.slice(0, end);
    if (end !== -1 && nodes.has(id)) {
      const when = nodes.isAboutMedicines(id) ? as : 'now';
      const kinds = this.#choose(`hidden:${when}:${id}`, () => nodes.options(id));
      return hiddenAnswer(kinds[bench] ?? 0, fact.slice(end + 1));
    }
    const known = this.#isQuestion(fact);
    if (!known) return undefined;
    const { answer } = this.#choose(`answer:${fact}`, () => this.#regions(fact));
    if (answer?.state === 'answered') this.#remember(fact, Number(answer.value));
    return answer;
  }

  screenedAt(): Instant {
    const first = this.#screenedAt === undefined;
    const identities = first ? this.#chosenIdentities() : [];
    this.#screenedAt = this.#choose('screened_at', () => {
      const key = `screened_at ${this.#past} ${identities.map(({ name }) => name).join('; ')}`;
      return remembered(this.#model, key, () =>
        screenedAtOptions(this.#model, identities, this.#past),
      );
    });
    return this.#screenedAt;
  }

  #regions(fact: string): readonly Region[] {
    const latest = this.#screenedAt ?? this.#model.healthy.procedure_at;
    return remembered(this.#model, `answer ${fact} ${latest}`, () =>
      regionsOfFact(fact, this.#model, latest),
    );
  }

  #isQuestion(fact: string): boolean {
    return this.#model.benches.some(({ screener }) => screener.prepared.questions.has(fact));
  }

  #remember(fact: string, moment: number): void {
    for (const { screener } of this.#model.benches) {
      const question = screener.prepared.questions.get(fact);
      if (question?.type === 'date-time' && question.direction === 'past')
        this.#past = Math.max(this.#past, moment);
      if (question?.type === 'date' && question.direction === 'past') {
        this.#past = Math.max(this.#past, screener.zone.startOfDay(moment));
      }
    }
  }

  #count(): number {
    const { slots } = this.#model;
    return this.#choose('medicines', () => Array.from({ length: slots + 1 }, (_, count) => count));
  }

  #identity(slot: number): Identity {
    return this.#choose(`medicine:${slot}:name`, () => this.#model.identities);
  }

  #chosenIdentities(): Identity[] {
    if (this.#model.slots === 0) return [];
    return Array.from({ length: this.#count() }, (_, slot) => this.#identity(slot));
  }

  #medicines(bench: number): ScreenedMedicine[] {
    return Array.from({ length: this.#count() }, (_, slot) => this.medicine(slot, bench));
  }

  /** The medicine in a slot, as one bench recognises it. */
  medicine(slot: number, bench: number): ScreenedMedicine {
    const identity = (): Identity => this.#identity(slot);
    const known = (): ScreenedMedicine => {
      const medicine = identity().known[bench];
      if (!medicine) throw new Error(`no bench ${bench}`);
      return medicine;
    };
    const told = <K extends ToldField>(field: K): ScreenedMedicine[K] =>
      this.#told(slot, field, known());
    return {
      position: slot,
      given: this.#given(slot, identity),
      get known() {
        return known().known;
      },
      get classes() {
        return known().classes;
      },
      get ingredients() {
        return known().ingredients;
      },
      get over_the_counter() {
        return known().over_the_counter;
      },
      get route() {
        return routeOf(told('route'), known().known);
      },
      get regimen() {
        return told('regimen');
      },
      get form() {
        return told('form');
      },
      get dose_units() {
        return told('dose_units');
      },
      get dose_mg() {
        return told('dose_mg');
      },
      get frequency() {
        return told('frequency');
      },
    };
  }

  #told<K extends ToldField>(slot: number, field: K, known: ScreenedMedicine): ScreenedMedicine[K] {
    // What the name tells by itself is not to be chosen.
    if (known[field] !== undefined) return known[field];
    const option = this.#choose(`medicine:${slot}:${field}`, () =>
      remembered(this.#model, `told ${field}`, () => toldOptions(field, this.#model)),
    );
    return option as ScreenedMedicine[K];
  }

  #given(slot: number, identity: () => Identity): IntakeMedicine {
    const model = this.#model;
    const pick = <T>(field: string, options: () => readonly T[]): T =>
      this.#choose(`medicine:${slot}:${field}`, options);
    const lastTaken = (): Instant | undefined => {
      const latest = this.#screenedAt ?? this.#model.healthy.procedure_at;
      const at = pick('last_taken', () =>
        remembered(model, `last_taken ${latest} ${identity().name}`, () =>
          lastTakenOptions(model, identity(), latest),
        ),
      );
      if (at !== undefined) this.#past = Math.max(this.#past, at);
      return at;
    };
    // A field that was not told reads as undefined, which the exact type of a getter cannot say.
    return {
      list: 'medications',
      index: slot,
      get name() {
        return identity().name;
      },
      get last_taken(): Instant {
        return lastTaken() as Instant;
      },
      get still_taking(): boolean {
        return pick<boolean | undefined>('still_taking', () => [undefined, true, false]) as boolean;
      },
      get taken_for(): string {
        return pick('taken_for', () =>
          remembered(model, 'told taken_for', () => toldOptions('taken_for', model)),
        ) as string;
      },
      get prescriber_agrees(): boolean {
        return pick('prescriber_agrees', () => [true, false]);
      },
    };
  }
}

type ToldField = 'route' | 'regimen' | 'form' | 'dose_units' | 'dose_mg' | 'frequency';

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
