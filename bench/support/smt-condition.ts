/**
 * A condition written for an SMT solver, from what rules/README.md says that the words mean and not from the code that
 * evaluates them. Three-valued: one formula for "it holds", one for "it does not"; where neither is true, it is open.
 */
import type { Quiet } from '../../src/evaluation/context.ts';
import { tripleOf } from '../../src/audit/regions/hidden.ts';
import type { Condition } from '../../src/rules/condition.ts';
import { isReference, type Test } from '../../src/rules/phrase.ts';
import {
  isMedicineField,
  ROW_PREFIX,
  SCREENING_DAY,
  type TableRow,
} from '../../src/rules/rule-set.ts';
import type { Duration } from '../../src/time/duration.ts';
import { rowRails, type SmtMedicine } from './smt-medicine.ts';
import { NotExpressible, type SmtPatient } from './smt-patient.ts';
import { FALSE, known, OPEN, type Rails, swapped, TRUE } from './smt-rails.ts';
import { and, or, turned } from './smt-text.ts';

const OTHER = { open: 'open', favourable: 'unfavourable', unfavourable: 'favourable' } as const;
const PLACE = { open: 0, favourable: 1, unfavourable: 2 } as const;

/** The medicine that a condition is about, and the line of a table that it was found in. */
export interface SmtScope {
  readonly medicine?: SmtMedicine;
  readonly row?: TableRow | undefined;
}

export class SmtCondition {
  readonly #patient: SmtPatient;
  readonly #scope: SmtScope;

  constructor(patient: SmtPatient, scope: SmtScope = {}) {
    this.#patient = patient;
    this.#scope = scope;
  }

  rails(condition: Condition, needs: ReadonlySet<string>, quiet: Quiet): Rails {
    switch (condition.kind) {
      case 'all': {
        const parts = condition.of.map((part) => this.rails(part, needs, quiet));
        return { t: and(parts.map(({ t }) => t)), f: or(parts.map(({ f }) => f)) };
      }
      case 'any': {
        const parts = condition.of.map((part) => this.rails(part, needs, quiet));
        return { t: or(parts.map(({ t }) => t)), f: and(parts.map(({ f }) => f)) };
      }
      case 'none':
        return swapped(this.rails({ kind: 'any', of: condition.of }, needs, OTHER[quiet]));
      case 'medicines':
        throw new NotExpressible('a condition about other medicines that nothing stands for');
      case 'test': {
        const { fact, test } = condition;
        if (fact === 'in_table') return this.#inTable(test, needs, quiet);
        if (!test.negated) return this.#test(fact, test, needs, quiet);
        return swapped(this.#test(fact, test, needs, OTHER[quiet]));
      }
    }
  }

  #test(fact: string, test: Test, needs: ReadonlySet<string>, quiet: Quiet): Rails {
    const { prepared } = this.#patient;
    const { medicine, row } = this.#scope;
    if (medicine && isMedicineField(fact)) return medicine.rails(fact, test, row);
    if (fact.startsWith(ROW_PREFIX)) return rowRails(fact.slice(ROW_PREFIX.length), test, row);
    if (prepared.questions.has(fact)) return this.#question(fact, test, needs, quiet);
    if (prepared.definitions.has(fact)) {
      const wanted = wordsOf(test).includes(true);
      const rails = this.#hidden(fact, wanted ? quiet : OTHER[quiet]);
      return wanted ? rails : swapped(rails);
    }
    const lookup = prepared.lookups.get(fact);
    if (lookup) {
      const value = (wanted: boolean): string =>
        or(
          Object.entries(lookup.values).flatMap(([answer, word]) =>
            wordsOf(test).includes(word) === wanted
              ? this.#patient.isAnswer(lookup.from, answer)
              : [],
          ),
        );
      const answered = this.#patient.isAnswered(lookup.from);
      return { t: and([answered, value(true)]), f: and([answered, value(false)]) };
    }
    if (fact === SCREENING_DAY) {
      const [onTheDay, before] = ['on-the-day', 'before'].map((word) =>
        wordsOf(test).includes(word),
      );
      const day = this.#patient.isOnTheDay;
      return known(or([...(onTheDay ? [day] : []), ...(before ? [turned(day)] : [])]));
    }
    throw new NotExpressible(`a test of ${fact}`);
  }

  /** Through the line at hand; what has no line that counts is not in the table. */
  #inTable(test: Test, needs: ReadonlySet<string>, quiet: Quiet): Rails {
    const { medicine, row } = this.#scope;
    const tables = wordsOf(test);
    if (!medicine) throw new NotExpressible('a table without a medicine');
    const counts = (line: TableRow): Rails =>
      line.when
        ? new SmtCondition(this.#patient, { medicine, row: line }).rails(line.when, needs, quiet)
        : TRUE;
    if (!test.negated) return row && tables.includes(row.table) ? counts(row) : FALSE;
    const lines = this.#patient.prepared.ruleSet.tables
      .filter(({ id }) => tables.includes(id))
      .flatMap(({ rows }) => rows.map((line) => ({ has: medicine.hasRow(line), ...counts(line) })));
    return {
      t: and(lines.map(({ has, f }) => or([turned(has), f]))),
      f: or(lines.map(({ has, t }) => and([has, t]))),
    };
  }

  /** Not asked, unknown and declined are all missing; a question that does not apply does not meet a test. */
  #question(fact: string, test: Test, needs: ReadonlySet<string>, quiet: Quiet): Rails {
    const answered = this.#patient.isAnswered(fact);
    const met = this.#met(fact, this.#resolved(test));
    const missing = turned(answered);
    const when = this.#patient.prepared.questions.get(fact)?.when;
    const barred =
      test.is === 'answered' || test.known === true
        ? 'true'
        : when
          ? this.rails(when, new Set(), 'open').f
          : 'false';
    const open =
      quiet === 'open' || needs.has(fact) ? OPEN : quiet === 'unfavourable' ? TRUE : FALSE;
    return {
      t: or([and([answered, met.t]), and([missing, turned(barred), open.t])]),
      f: or([and([answered, met.f]), and([missing, or([barred, open.f])])]),
    };
  }

  #met(fact: string, test: Test | undefined): Rails {
    if (test?.is !== 'after-last-dose') return known(this.#patient.meets(fact, test));
    const { medicine } = this.#scope;
    if (!medicine) throw new Error('after the last dose is about a medicine');
    return medicine.isAfterLastDose(fact);
  }

  #hidden(id: string, quiet: Quiet): Rails {
    const kinds = [0, 1, 2, 3, 4, 5];
    const truths = kinds.map((kind) => tripleOf(kind)[PLACE[quiet]]);
    const those = (truth: string): string =>
      or(
        kinds
          .filter((kind) => truths[kind] === truth)
          .map((kind) => this.#patient.isKind(id, kind)),
      );
    return { t: those('true'), f: those('false') };
  }

  /** With the amount that a parameter stands for. */
  #resolved(test: Test): Test | undefined {
    if (!('amount' in test) || !isReference(test.amount)) return test;
    const { ref } = test.amount;
    const value = this.#patient.prepared.parameters.get(ref);
    return value === undefined ? undefined : { ...test, amount: value as number & Duration };
  }
}

type Word = string | boolean;

function wordsOf(test: Test): readonly Word[] {
  if (test.is !== 'one-of' || isReference(test.values))
    throw new NotExpressible(`"${test.is}" of words`);
  return test.values;
}
