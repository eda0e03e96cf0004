/**
 * Values of which it is not settled yet which one a patient has. A test splits them into those that meet it and those
 * that do not, and no further: so a walk follows what the tests say, instead of every value by itself.
 */
import { type Choose, Narrowed, type Taken } from './choices.ts';

/** One value, and the answers that it stands for. */
interface Candidate<T> {
  readonly value: T;
  readonly taken: readonly Taken[];
}

/** What a test, or another look, makes of a value. */
type Answer = string | number | boolean | undefined;

export class Open<T = unknown> {
  readonly name: string;
  /** Never empty, but where a patient is impossible; the most usual first. */
  readonly left: readonly Candidate<T>[];
  readonly #splits = new Map<string, readonly Part<T>[]>();

  constructor(name: string, left: readonly Candidate<T>[]) {
    this.name = name;
    this.left = left;
  }

  /** A part for each answer. */
  split({ asked, reads, answerOf }: Look<T>, before: Part<T>): readonly Part<T>[] {
    let parts = this.#splits.get(asked);
    if (!parts) {
      const groups = new Map<Answer, Candidate<T>[]>();
      for (const each of this.left) {
        const answer = answerOf(each.value);
        const group = groups.get(answer);
        if (group) group.push(each);
        else groups.set(answer, [each]);
      }
      const read = new Set([...before.reads, ...reads]);
      parts = [...groups].map(
        ([answer, left]) =>
          new Part(groups.size === 1 ? this : new Open(this.name, left), answer, read),
      );
      this.#splits.set(asked, parts);
    }
    return parts;
  }
}

/** A look at open values. */
export interface Look<T> {
  /** The same text, the same answers. */
  readonly asked: string;
  /** The keys of what was looked at. */
  readonly reads: readonly string[];
  readonly answerOf: (value: T) => Answer;
}

/** The values of which a look had one answer. */
class Part<T = unknown> extends Narrowed {
  readonly open: Open<T>;
  readonly answer: Answer;
  /** The keys of all that was looked at so far. */
  readonly reads: ReadonlySet<string>;

  constructor(open: Open<T>, answer: Answer, reads: ReadonlySet<string>) {
    super();
    this.open = open;
    this.answer = answer;
    this.reads = reads;
  }

  override get name(): string {
    return this.open.name;
  }

  /** The most usual of the values; where it is a single answer, with what would do in its place. */
  override taken(): Taken[] {
    const [first, ...others] = this.open.left;
    const taken = (first?.taken ?? []).filter(({ key }) => this.reads.has(key));
    if (first?.taken.length !== 1) return taken;
    const options = others.flatMap((each) => each.taken.map(({ option }) => option));
    return taken.map((each) => ({ ...each, others: options }));
  }
}

/** The open values of one patient, narrowed down as they are looked at. */
export class Narrowing {
  readonly #choose: Choose;
  readonly #now = new Map<string, Part>();

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  isTouched(name: string): boolean {
    return this.#now.has(name);
  }

  /** The answer of a look: the same for all values that are left after it. */
  look<T>(name: string, all: () => Open<T>, look: Look<T>): Answer {
    const before = this.#part(name, all);
    const parts = before.open.split(look, before);
    const [only] = parts;
    if (!only) throw new Error(`nothing is left of ${name}`);
    const part =
      parts.length === 1 ? only : this.#choose(`open:${name}:${look.asked}`, () => parts);
    this.#now.set(name, part);
    return part.answer;
  }

  /** Rules out the values of which it does not hold; a patient without any is impossible. */
  limit<T>(name: string, all: () => Open<T>, look: Look<T>): void {
    const before = this.#part(name, all);
    const parts = before.open.split(look, before).filter(({ answer }) => answer === true);
    if (parts[0]?.open === before.open) return;
    this.#now.set(
      name,
      this.#choose(`open:${name}:${look.asked}`, () => parts),
    );
  }

  #part<T>(name: string, all: () => Open<T>): Part<T> {
    const known = this.#now.get(name);
    if (known) return known as Part<T>;
    const part = this.#choose(`open:${name}`, () => {
      const open = all();
      return open.left.length === 0 ? [] : [new Part(open, undefined, new Set())];
    });
    this.#now.set(name, part);
    return part;
  }
}
