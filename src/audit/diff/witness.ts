/** A patient who shows a change, replayed through the real evaluation of both rule sets. */
import type { ScreenResult } from '../../evaluation/result.ts';
import type { Bench } from '../regions/bench.ts';
import { resultOf } from '../regions/replay.ts';
import type { Raw } from '../regions/written.ts';

/** What one rule set says of the witness. */
export interface Said {
  readonly disposition: ScreenResult['disposition'];
  readonly urgency: ScreenResult['urgency'];
  /** What stands in the way, and what is only noted: `hold thinners.hold-window` and the ingredient. */
  readonly findings: readonly string[];
  readonly instructions: readonly string[];
}

export interface Witness {
  /** What differs from the healthy patient. */
  readonly answers: Raw;
  readonly before: Said;
  readonly after: Said;
}

const RANK = { go: 0, 'contact-physician': 1, hold: 2 };
const URGENCY = { routine: 0, 'same-day': 1, emergency: 2 };

/** How restrictive a result is as a whole. */
export function restriction({
  disposition,
  urgency,
}: Pick<Said, 'disposition' | 'urgency'>): number {
  return RANK[disposition] * 3 + URGENCY[urgency];
}

/** What both rule sets say; undefined when the answers are no valid intake. */
export function replay(answers: Raw, benches: readonly [Bench, Bench]): Witness | undefined {
  const before = resultOf(answers, benches[0]);
  const after = resultOf(answers, benches[1]);
  return before && after ? { answers, before: saidOf(before), after: saidOf(after) } : undefined;
}

/** What of a result a reader would notice. */
export function saidOf({
  disposition,
  urgency,
  findings,
  instructions,
  checks_on_the_day: checks,
  earliest_go: earliest,
}: ScreenResult): Said {
  return {
    disposition,
    urgency,
    findings: findings.map(
      (each) => `${each.disposition} ${each.urgency} ${each.rule} ${each.subject}: ${each.message}`,
    ),
    instructions: [
      ...instructions.map(
        (line) =>
          `${line.for}: ${line.text}${line.at === undefined ? '' : ` [${line.at}]`} ${line.rule}`,
      ),
      ...checks.map(({ fact, text }) => `check on the day ${fact}: ${text}`),
      `earliest ${earliest?.at ?? 'none'}`,
    ],
  };
}

export function differs({ before, after }: Witness): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
