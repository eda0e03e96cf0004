/** What a change of the rules does to patients who were screened: each put to both rule sets, and counted. */
import type { ScreenResult } from '../../evaluation/result.ts';
import { type Direction, directionOf } from '../diff/transitions.ts';
import { type Said, saidOf } from '../diff/witness.ts';

/** A patient of whom the rule sets do not say the same. */
export interface ChangedIntake {
  readonly id: string;
  readonly direction: Direction;
  readonly before: Said;
  readonly after: Said;
}

/** How often a rule speaks under one rule set and not, or otherwise, under the other. */
export interface RuleImpact {
  readonly rule: string;
  readonly newly: number;
  readonly noLonger: number;
  /** It speaks under both, and says something else. */
  readonly otherwise: number;
}

export interface Impact {
  readonly intakes: number;
  readonly same: number;
  readonly changed: readonly ChangedIntake[];
  /** Sorted by rule. */
  readonly rules: readonly RuleImpact[];
  /** What only one of the rule sets can read: `before` is what only the old one could. */
  readonly readable: { readonly before: number; readonly after: number };
  /** What neither can read. */
  readonly rejected: number;
}

/** Takes intakes one by one and keeps only those that change. */
export class ImpactCount {
  #intakes = 0;
  #same = 0;
  #rejected = 0;
  readonly #readable = { before: 0, after: 0 };
  readonly #changed: ChangedIntake[] = [];
  readonly #rules = new Map<string, RuleImpact>();

  /** A result is absent where the rule set cannot read the intake. */
  add(old: ScreenResult | undefined, now: ScreenResult | undefined): void {
    this.#intakes += 1;
    if (!old && !now) this.#rejected += 1;
    else if (!old) this.#readable.after += 1;
    else if (!now) this.#readable.before += 1;
    else this.#compare(old, now);
  }

  end(): Impact {
    return {
      intakes: this.#intakes,
      same: this.#same,
      changed: this.#changed,
      rules: [...this.#rules.values()].toSorted((a, b) => (a.rule < b.rule ? -1 : 1)),
      readable: this.#readable,
      rejected: this.#rejected,
    };
  }

  #compare(old: ScreenResult, now: ScreenResult): void {
    const [before, after] = [saidOf(old), saidOf(now)];
    if (JSON.stringify(before) === JSON.stringify(after)) {
      this.#same += 1;
      return;
    }
    const direction = directionOf({ before, after });
    this.#changed.push({ id: now.id, direction, before, after });
    const [said, says] = [spoken(old), spoken(now)];
    for (const rule of new Set([...said.keys(), ...says.keys()])) {
      const [was, is] = [said.get(rule), says.get(rule)];
      if (was !== is) this.#count(rule, was, is);
    }
  }

  #count(rule: string, was: string | undefined, is: string | undefined): void {
    const { newly, noLonger, otherwise } = this.#rules.get(rule) ?? NOTHING;
    this.#rules.set(rule, {
      rule,
      newly: newly + Number(was === undefined),
      noLonger: noLonger + Number(is === undefined),
      otherwise: otherwise + Number(was !== undefined && is !== undefined),
    });
  }
}

const NOTHING = { newly: 0, noLonger: 0, otherwise: 0 };

/** All that each rule says of a patient. */
function spoken({ findings, instructions }: ScreenResult): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const line of [...findings, ...instructions])
    said.set(line.rule, `${said.get(line.rule) ?? ''}${JSON.stringify(line)}`);
  return said;
}
