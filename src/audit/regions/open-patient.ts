/** What of a patient is still open, narrowed down by each look. */
import type { Instant } from '../../time/zone.ts';
import type { Choose } from './choices.ts';
import type { Identity } from './identities.ts';
import { lastTakenOptions } from './medicine-regions.ts';
import { type Model, once } from './model.ts';
import { type Look, Narrowing, type Open } from './open.ts';
import type { Option } from './hidden.ts';
import {
  type Kinds,
  openKinds,
  openTimes,
  openTold,
  STILL_TAKING,
  TIME_KEYS,
  type Times,
  type ToldField,
} from './open-values.ts';
import { hiddenKey, type Supposed } from './taken.ts';

/** One of two readings of a patient, who are the same but for an answer. */
export interface Reading {
  /** Shared with the other reading. */
  readonly narrowing: Narrowing;
  readonly times: (model: Model, identities: readonly Identity[]) => Open<Times>;
  readonly kinds: (model: Model, id: string, when: Supposed) => Open<Kinds>;
  /** Which of the moments of a dose, and of the kinds of truth of a hidden answer, is read. */
  readonly place: number;
}

export class OpenPatient {
  readonly model: Model;
  readonly place: number;
  readonly #choose: Choose;
  readonly #narrowing: Narrowing;
  readonly #times: Reading['times'];
  readonly #kinds: Reading['kinds'];
  /** The latest moment that was said to be past. */
  #past = Number.NEGATIVE_INFINITY;

  constructor(choose: Choose, model: Model, reading?: Reading) {
    this.#choose = choose;
    this.model = model;
    this.place = reading?.place ?? 0;
    this.#narrowing = reading?.narrowing ?? new Narrowing(choose);
    this.#times = reading?.times ?? openTimes;
    this.#kinds = reading?.kinds ?? openKinds;
  }

  get knowsTimes(): boolean {
    return this.#narrowing.isTouched('times');
  }

  /** Nothing was screened before a moment that was said to be past. */
  isAfter(moment: Instant): void {
    this.#past = Math.max(this.#past, moment);
  }

  /** Only patients to whom a hidden answer has one of these kinds of truth. */
  limitTo(id: string, kinds: ReadonlySet<string>): void {
    const key = hiddenKey(id, 'now');
    this.#narrowing.limit(key, () => this.#kinds(this.model, id, 'now'), {
      asked: 'only',
      reads: [key],
      answerOf: (kind) => kinds.has(this.#here(kind).join()),
    });
  }

  lookAtTimes(look: Look<Times>): unknown {
    const all = (): Open<Times> => this.#times(this.model, this.#identities());
    if (this.#past > Number.NEGATIVE_INFINITY) {
      const past = this.#past;
      const isPast = ({ screenedAt }: Times): boolean => screenedAt >= past;
      this.#narrowing.limit('times', all, {
        asked: `past ${past}`,
        reads: [TIME_KEYS.screenedAt],
        answerOf: isPast,
      });
    }
    return this.#narrowing.look('times', all, look);
  }

  lookAtTold(slot: number, field: ToldField, look: Omit<Look<unknown>, 'reads'>): unknown {
    const reads = [`medicine:${slot}:${field}`];
    return this.#narrowing.look(`told:${slot}:${field}`, () => openTold(this.model, slot, field), {
      ...look,
      reads,
    });
  }

  lookAtKinds(
    id: string,
    supposed: Supposed,
    { asked, answerOf }: Omit<Look<Option>, 'reads'>,
  ): unknown {
    const when = this.model.nodes.isAboutMedicines(id) ? supposed : 'now';
    const name = hiddenKey(id, when);
    return this.#narrowing.look(name, () => this.#kinds(this.model, id, when), {
      asked: `${asked} ${this.place}`,
      reads: [name],
      answerOf: (kinds) => answerOf(this.#here(kinds)),
    });
  }

  #here(kinds: Kinds): Option {
    return kinds[this.place] ?? kinds[0];
  }

  identity(slot: number): Identity {
    return this.#choose(`medicine:${slot}:name`, () => this.model.identities);
  }

  screenedAt(): Instant {
    return Number(
      this.lookAtTimes({
        asked: 'screened at',
        reads: [TIME_KEYS.screenedAt],
        answerOf: ({ screenedAt }) => screenedAt,
      }),
    );
  }

  /** The dose of another medicine than the first, whose times alone stay open. */
  lastTaken(slot: number): Instant | undefined {
    const latest = this.screenedAt();
    const identity = this.identity(slot);
    return this.#choose(`medicine:${slot}:last_taken`, () =>
      once(this.model, `last_taken ${latest} ${identity.name}`, () =>
        lastTakenOptions(this.model, identity, latest),
      ),
    );
  }

  stillTaking(slot: number): boolean | undefined {
    return this.#choose(`medicine:${slot}:still_taking`, () => STILL_TAKING);
  }

  count(): number {
    const { slots } = this.model;
    return this.#choose('medicines', () => Array.from({ length: slots + 1 }, (_, count) => count));
  }

  #identities(): Identity[] {
    if (this.model.slots === 0) return [];
    return Array.from({ length: this.count() }, (_, slot) => this.identity(slot));
  }
}
