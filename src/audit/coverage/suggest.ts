/** A patient who would show what no example shows yet; or why there is none. */
import type { Context } from '../../evaluation/context.ts';
import { contextOf } from '../../evaluation/screen.ts';
import { isMedicineField } from '../../rules/rule-set.ts';
import type { CompiledRules } from '../../rules/compile.ts';
import type { Example } from '../../rules/schema/rule.ts';
import { Apart, type Search } from '../apart.ts';
import type { Bench } from '../regions/bench.ts';
import type { Raw } from '../regions/written.ts';
import { intakeOf, type Trial } from '../trials.ts';
import { otherMedicines, readersOf } from '../other-medicines.ts';
import { speakersOf, unitOf } from '../unit.ts';
import { verdictWord } from '../verdict-word.ts';

import type { Target } from './target.ts';

/** An example as it would stand under a rule; what is expected is what the rule says now. */
export interface Suggestion {
  readonly rule: string;
  readonly given: Raw;
  readonly expect: Example['expect'];
  /** What else it expects, where the word does not tell. */
  readonly also?: Pick<Example, 'outcome' | 'urgency' | 'due' | 'told'>;
}

export type Suggested =
  | { readonly is: 'example'; readonly suggestion: Suggestion }
  /** Proved: no patient can show it. */
  | { readonly is: 'impossible'; readonly regions: number }
  | { readonly is: 'open'; readonly because: string };

export class Suggester {
  readonly #bench: Bench;
  readonly #rules: CompiledRules;
  readonly #apart: Apart;

  constructor(bench: Bench, rules: CompiledRules) {
    this.#bench = bench;
    this.#rules = rules;
    this.#apart = new Apart(bench);
  }

  /** `own`: trials from which an answer may be taken away. */
  suggest(target: Target, own: readonly Trial[]): Suggested {
    const { want } = target;
    const { prepared } = this.#bench.screener;
    if (want.is === 'state') return this.#withState(target, own);
    if (want.is === 'line') return this.#substituted(target, own) ?? this.#aboutLine(target);
    const speaker = speakersOf(want.unit, prepared)[0]?.body.id ?? want.unit.id;
    const a = { unit: want.unit, prepared };
    const isWanted = (context: Context): boolean => target.shows(trialOf(context, speaker));
    const found =
      want.is === 'apart'
        ? this.#apart.search(a, { unit: want.other, prepared }, 'verdicts', isWanted)
        : this.#apart.among(want.outcome, a, a, isWanted);
    return this.#suggested(found, speaker);
  }

  /** Whether the patient of a suggestion shows this too. */
  shows({ suggestion }: Extract<Suggested, { is: 'example' }>, target: Target): boolean {
    const { rule, given } = suggestion;
    const speaks =
      target.want.is === 'line' ||
      speakersOf(target.want.unit, this.#bench.screener.prepared).some(
        ({ body }) => body.id === rule,
      );
    const context = speaks ? this.#context(given) : undefined;
    return context !== undefined && target.shows(trialOf(context, rule));
  }

  #suggested(found: Search, rule: string): Suggested {
    if (found.is === 'none') return { is: 'impossible', regions: found.regions };
    return found.is === 'open' ? found : this.#example(rule, found.answers);
  }

  #example(id: string, given: Raw): Suggested {
    const context = this.#context(given);
    const rule = this.#bench.screener.prepared.rules.find(({ body }) => body.id === id);
    if (!context || !rule) throw new Error(`no patient for ${id}`);
    return { is: 'example', suggestion: { rule: id, given, expect: verdictWord(rule, context) } };
  }

  #context(given: Raw): Context | undefined {
    const { screener } = this.#bench;
    const intake = intakeOf(given, undefined, this.#rules, screener);
    return typeof intake === 'string' ? undefined : contextOf(intake, screener);
  }

  #substituted({ want, shows, of: table }: Target, own: readonly Trial[]): Suggested | undefined {
    if (want.is !== 'line') return undefined;
    for (const { rule, given } of otherMedicines({ ...want.line, table }, own, this.#bench)) {
      const context = this.#context(given);
      if (context && shows(trialOf(context, rule))) return this.#example(rule, given);
    }
    return undefined;
  }

  #aboutLine(target: Target): Suggested {
    const { prepared } = this.#bench.screener;
    if (target.want.is !== 'line') throw new Error('no line');
    const other = target.want.other();
    const rules = readersOf(target.of, prepared);
    let open: Suggested | undefined;
    let regions = 0;
    for (const rule of rules) {
      const unit = unitOf(rule);
      const isWanted = (context: Context): boolean => target.shows(trialOf(context, unit.id));
      const [a, b] = [
        { unit, prepared },
        { unit, prepared: other },
      ];
      let found = this.#apart.search(a, b, 'verdicts', isWanted);
      if (found.is === 'none' && rule.body.instructions)
        found = this.#apart.among('fires', a, b, isWanted);
      if (found.is === 'found') return this.#example(unit.id, found.answers);
      if (found.is === 'open') open = found;
      else regions += found.regions;
    }
    return open ?? { is: 'impossible', regions };
  }

  /** Takes an answer away from an example until the rule meets it in this state. */
  #withState(target: Target, own: readonly Trial[]): Suggested {
    const { want } = target;
    if (want.is !== 'state') throw new Error('no state');
    const told = want.state === 'not-asked' ? null : want.state;
    for (const trial of own) {
      if (!('rule' in trial.of)) continue;
      const given = isMedicineField(want.fact)
        ? withoutField(trial.of.example.given, want.fact)
        : { ...trial.of.example.given, [want.fact]: told };
      const context = this.#context(given);
      if (context && target.shows(trialOf(context, trial.of.rule)))
        return this.#example(trial.of.rule, given);
    }
    return { is: 'open', because: 'no example could be turned into one that shows it' };
  }
}

/** The medicines as given, of which nobody told the field. */
function withoutField(given: Raw, field: string): Raw {
  return Object.fromEntries(
    Object.entries(given).map(([fact, value]) => {
      if (!Array.isArray(value)) return [fact, value];
      const medicines = value as readonly unknown[];
      return [fact, medicines.map((each) => without(each, field))];
    }),
  );
}

function without(medicine: unknown, field: string): unknown {
  if (typeof medicine !== 'object' || medicine === null) return medicine;
  return Object.fromEntries(Object.entries(medicine).filter(([key]) => key !== field));
}

/** A patient as the example of a rule. */
function trialOf(context: Context, rule: string): Trial {
  const source = { file: '', text: '' };
  const span = { source, start: 0, end: 0 };
  const example = { name: '', given: {}, expect: 'fires' } as const;
  return { name: '', span, intake: context.intake, context, of: { rule, example, span } };
}
