/** A patient who shows a change, replayed through the real evaluation of both rule sets. */
import type { ScreenResult } from '../../evaluation/result.ts';
import type { Bench } from '../regions/bench.ts';
import { resultOf } from '../regions/replay.ts';
import type { Raw } from '../regions/written.ts';

/** What stands in the way, or is only noted. */
interface FindingLine {
  readonly is: 'finding';
  readonly disposition: ScreenResult['disposition'];
  readonly urgency: ScreenResult['urgency'];
  readonly rule: string;
  readonly subject: string;
  readonly message: string;
}

/** One thing that a result says. */
export type SaidLine =
  | FindingLine
  | {
      readonly is: 'instruction';
      readonly whom: string;
      readonly text: string;
      readonly at: string | undefined;
      readonly rule: string;
    }
  | { readonly is: 'check'; readonly fact: string; readonly text: string }
  | { readonly is: 'earliest'; readonly at: string | undefined };

/** What one rule set says of the witness. */
export interface Said {
  readonly disposition: ScreenResult['disposition'];
  readonly urgency: ScreenResult['urgency'];
  readonly findings: readonly FindingLine[];
  readonly instructions: readonly SaidLine[];
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
    findings: findings.map(({ rule, subject, message, ...each }) => ({
      is: 'finding',
      disposition: each.disposition,
      urgency: each.urgency,
      rule,
      subject,
      message,
    })),
    instructions: [
      ...instructions.map(({ for: whom, text, at, rule }): SaidLine => ({
        is: 'instruction',
        whom,
        text,
        at,
        rule,
      })),
      ...checks.map(({ fact, text }): SaidLine => ({ is: 'check', fact, text })),
      { is: 'earliest', at: earliest?.at },
    ],
  };
}

/** What is said no more, and what is said now. */
export function toldApart<T extends SaidLine>(
  before: readonly T[],
  after: readonly T[],
): { readonly lost: readonly T[]; readonly gained: readonly T[] } {
  const [old, now] = [before, after].map((lines) => new Set(lines.map(lineText)));
  return {
    lost: before.filter((line) => !now?.has(lineText(line))),
    gained: after.filter((line) => !old?.has(lineText(line))),
  };
}

/** With each thing that is said as one line, as machines are given it. */
export function plainSaid({ findings, instructions, ...headline }: Said): object {
  return {
    ...headline,
    findings: findings.map(lineText),
    instructions: instructions.map(lineText),
  };
}

function lineText(line: SaidLine): string {
  switch (line.is) {
    case 'finding':
      return `${line.disposition} ${line.urgency} ${line.rule} ${line.subject}: ${line.message}`;
    case 'instruction':
      return `${line.whom}: ${line.text}${line.at === undefined ? '' : ` [${line.at}]`} ${line.rule}`;
    case 'check':
      return `check on the day ${line.fact}: ${line.text}`;
    case 'earliest':
      return `earliest ${line.at ?? 'none'}`;
  }
}

export function differs({ before, after }: Witness): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
