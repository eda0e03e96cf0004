/** A medicine of any patient as variables of an SMT solver: a name of the formulary, and what is told of it. */
import type { Context, ScreenedMedicine } from '../../src/evaluation/context.ts';
import { asGiven } from '../../src/audit/regions/identities.ts';
import { isLocalRoute } from '../../src/medicines/recognition.ts';
import type { Bench } from '../../src/audit/regions/bench.ts';
import { isReference, type Test } from '../../src/rules/phrase.ts';
import { factKinds } from '../../src/rules/fact-kinds.ts';
import type { TableRow } from '../../src/rules/rule-set.ts';
import type { Duration } from '../../src/time/duration.ts';
import { NotExpressible, type SmtPatient } from './smt-patient.ts';
import { FALSE, known, OPEN, type Rails } from './smt-rails.ts';
import { and, number, or, turned } from './smt-text.ts';

/** What a name stands for, as far as the rule at hand can see. */
export type Kind = Pick<ScreenedMedicine, 'classes' | 'ingredients' | 'over_the_counter' | Told> & {
  readonly isRecognised: boolean;
  readonly isLocal: boolean;
};

/** What a name may tell by itself. */
export const TOLD = ['route', 'regimen', 'form', 'frequency', 'dose_mg', 'dose_units'] as const;
type Told = (typeof TOLD)[number];

export function kindOf({ known: recognition, ...medicine }: ScreenedMedicine): Kind {
  const { match, local } = recognition;
  return { ...medicine, isRecognised: match !== 'none', isLocal: local };
}

const KINDS = new WeakMap<object, readonly Kind[]>();

/** Of every name of the formulary, and of one that it lacks. */
export function kindsOf({ screener, vocabulary }: Bench): readonly Kind[] {
  let kinds = KINDS.get(vocabulary);
  if (!kinds) {
    const found = new Map<string, Kind>();
    for (const name of [...vocabulary.names.spelled, 'zzyzxin']) {
      const medicine = asGiven(name, screener.recogniser);
      if (!medicine) continue;
      const kind = kindOf(medicine);
      const sets = [[...kind.classes].toSorted(), [...kind.ingredients].toSorted()];
      const { over_the_counter: counter, isRecognised, isLocal } = kind;
      const told = TOLD.map((field) => kind[field] ?? null);
      found.set(JSON.stringify([sets, counter, isRecognised, isLocal, told]), kind);
    }
    KINDS.set(vocabulary, (kinds = [...found.values()]));
  }
  return kinds;
}

/** Whether a line of a table names it, or a class of it. */
export function isLineFor(
  { drug = [], class: classes = [] }: TableRow,
  { ingredients, classes: own }: Pick<Kind, 'ingredients' | 'classes'>,
): boolean {
  return drug.some((name) => ingredients.has(name)) || classes.some((name) => own.has(name));
}

export class SmtMedicine {
  readonly kinds: readonly Kind[];
  readonly #patient: SmtPatient;
  readonly #base: Context;

  constructor(kinds: readonly Kind[], patient: SmtPatient, base: Context) {
    this.kinds = kinds;
    this.#patient = patient;
    this.#base = base;
  }

  /** Whether there is one. */
  get isThere(): string {
    return this.#patient.declare('medicine', 'Bool', []);
  }

  isOf(wanted: (kind: Kind) => boolean): string {
    const name = this.#patient.declare('medicine name', 'Int', [
      `(<= 0 |medicine name| ${this.kinds.length - 1})`,
    ]);
    return or(this.kinds.flatMap((kind, index) => (wanted(kind) ? [`(= ${name} ${index})`] : [])));
  }

  hasRow(row: TableRow): string {
    return this.isOf((kind) => isLineFor(row, kind));
  }

  get isStillTaken(): { readonly told: string; readonly value: string } {
    return {
      told: this.#patient.declare('still_taking told', 'Bool', []),
      value: this.#patient.declare('still_taking', 'Bool', []),
    };
  }

  get isStopped(): string {
    const { told, value } = this.isStillTaken;
    return and([told, turned(value)]);
  }

  get wasTaken(): { readonly told: string; readonly value: string } {
    return {
      told: this.#patient.declare('last_taken told', 'Bool', []),
      value: this.#patient.declare('last_taken', 'Int', [
        '(<= |last_taken| |screened|)',
        `(> |last_taken| ${number(-4000 * 1440)})`,
      ]),
    };
  }

  /** A test of a field, as if it were not negated. */
  rails(field: string, test: Test, row: TableRow | undefined): Rails {
    if (field === 'class') return known(this.isOf(({ classes }) => names(test, row, classes)));
    if (field === 'ingredient')
      return known(this.isOf(({ ingredients }) => names(test, row, ingredients)));
    if (field === 'recognised')
      return known(this.isOf(({ isRecognised }) => says(test, isRecognised)));
    if (field === 'over_the_counter')
      return known(this.isOf(({ over_the_counter: counter }) => says(test, counter)));
    if (field === 'last_taken') return this.#lastTaken(test, row);
    const { told, meets } = this.value(field, test, row);
    if (test.is === 'answered') return known(told);
    const missing = test.known ? FALSE : OPEN;
    return {
      t: or([and([told, meets]), and([turned(told), missing.t])]),
      f: or([and([told, turned(meets)]), and([turned(told), missing.f])]),
    };
  }

  /** Whether something is told, and then meets the test. */
  value(
    field: string,
    test: Test,
    row?: TableRow,
  ): { readonly told: string; readonly meets: string } {
    if (field === 'still_taking') {
      const { told, value } = this.isStillTaken;
      return {
        told,
        meets: says(test, true) ? (says(test, false) ? 'true' : value) : turned(value),
      };
    }
    if (field === 'prescriber_agrees') {
      const value = this.#patient.declare('prescriber_agrees', 'Bool', []);
      return { told: 'true', meets: says(test, true) ? value : turned(value) };
    }
    if (field === 'dose_mg' || field === 'dose_units') {
      const value = this.#patient.declare(field, 'Real', [`(> |${field}| 0)`]);
      const own = (amount: string | number): string => `(= ${value} ${amount})`;
      const told = this.#patient.declare(`${field} told`, 'Bool', this.#bounds(field, own));
      return { told, meets: test.is === 'number' ? this.#patient.compared(value, test) : 'true' };
    }
    const words = this.words(field);
    const told = this.#told(field, words);
    const wanted = words.filter((word) => names(test, row, new Set([word])));
    return { told, meets: or(wanted.map((word) => this.isWord(field, word))) };
  }

  words(field: string): readonly string[] {
    return factKinds(this.#patient.prepared.ruleSet).get(field)?.choices ?? [];
  }

  isWord(field: string, word: string): string {
    const words = this.words(field);
    const value = this.#patient.declare(field, 'Int', [`(<= 0 |${field}| ${words.length - 1})`]);
    return `(= ${value} ${words.indexOf(word)})`;
  }

  #told(field: string, words: readonly string[]): string {
    const local = words.filter(isLocalRoute).map((word) => this.isWord(field, word));
    // Only what is sold in such a form is told to be rubbed in or dropped.
    const sold = `(=> ${and([`|${field} told|`, or(local)])} ${this.isOf(({ isLocal }) => isLocal)})`;
    const own = TOLD.find((each) => each === field);
    return this.#patient.declare(`${field} told`, 'Bool', [
      ...(field === 'route' ? [sold] : []),
      ...(own ? this.#bounds(own, (word) => this.isWord(field, String(word))) : []),
    ]);
  }

  /** What a name tells by itself is so; a route or a regimen that was told otherwise leaves it open. */
  #bounds(field: Told, is: (own: string | number) => string): string[] {
    const told = `|${field} told|`;
    const owns = new Set(this.kinds.flatMap((kind) => kind[field] ?? []));
    return [...owns].map((own) => {
      const named = this.isOf((kind) => kind[field] === own);
      return field === 'route' || field === 'regimen'
        ? `(=> ${and([named, told])} ${is(own)})`
        : `(=> ${named} ${and([told, is(own)])})`;
    });
  }

  /** On the day the dose that was told counts; before it, one that is still taken is as if it were taken now. */
  #lastTaken(test: Test, row: TableRow | undefined): Rails {
    const { told, value } = this.wasTaken;
    if (test.is === 'answered') return known(told);
    const resolved = this.#resolved(test, row);
    if (!resolved) return FALSE;
    const then = this.meets(resolved, value);
    const now = this.meets(resolved, '|screened|');
    const still = this.isStillTaken;
    const isPast = or([this.#patient.isOnTheDay, this.isStopped]);
    const goesOn = and([turned(isPast), still.told, still.value]);
    const either = and([turned(isPast), turned(still.told)]);
    // Of a dose that was not told nothing is known but that it lies before the screening.
    const isNever = resolved.is === 'time' && resolved.op === 'nearer' ? turned(now) : 'false';
    const t = or([and([isPast, told, then]), and([goesOn, now]), and([either, told, then, now])]);
    const f = or([
      and([isPast, told, turned(then)]),
      and([isPast, turned(told), isNever]),
      and([goesOn, turned(now)]),
      and([either, told, turned(then), turned(now)]),
    ]);
    return { t, f: test.known ? turned(t) : f };
  }

  /** Whether a day lies after that of the last dose: of the one told, or of the screening while it can be paused. */
  isAfterLastDose(fact: string): Rails {
    const { told, value } = this.wasTaken;
    const isFixed = or([this.#patient.isOnTheDay, this.isStopped]);
    const now = this.#patient.isDayAfter(fact, '|screened|');
    const then = this.#patient.isDayAfter(fact, value);
    return {
      t: or([and([turned(isFixed), now]), and([isFixed, told, then])]),
      f: or([and([turned(isFixed), turned(now)]), and([isFixed, told, turned(then)])]),
    };
  }

  /** Whether a moment meets a test whose amount is known. */
  meets(test: Test, moment: string): string {
    if (test.is !== 'time' && test.is !== 'on-the-day')
      throw new NotExpressible(`"${test.is}" of the last dose`);
    return this.#patient.momentMeets(moment, test);
  }

  #resolved(test: Test, row: TableRow | undefined): Test | undefined {
    if (test.is !== 'time' || !isReference(test.amount)) return test;
    const { ref } = test.amount;
    const amount = row?.values[ref] ?? this.#base.prepared.parameters.get(ref);
    return amount === undefined ? undefined : { ...test, amount: amount as Duration };
  }
}

/** Whether one of the words that a test names, by itself or by a column, is among these. */
function names(test: Test, row: TableRow | undefined, among: ReadonlySet<string>): boolean {
  if (test.is === 'answered') return true;
  if (test.is !== 'one-of') throw new NotExpressible(`"${test.is}" of words`);
  const { values } = test;
  const cell = isReference(values) ? row?.values[values.ref] : values;
  return Array.isArray(cell) && cell.some((word: unknown) => among.has(String(word)));
}

function says(test: Test, value: boolean): boolean {
  if (test.is === 'answered') return true;
  if (test.is !== 'one-of' || isReference(test.values))
    throw new NotExpressible(`"${test.is}" of yes`);
  return test.values.includes(value);
}

/** A test of a column of the line at hand. */
export function rowRails(column: string, test: Test, row: TableRow | undefined): Rails {
  const cell = row?.values[column];
  if (test.is === 'answered') return known(String(cell !== undefined));
  return known(String(typeof cell === 'string' && names(test, row, new Set([cell]))));
}
