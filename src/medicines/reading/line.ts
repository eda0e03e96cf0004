import { type Token, tokensOf } from '../fold.ts';
import { type WrittenDate, writtenDates } from './written-date.ts';

/** An amount with its unit: 5 mg, 5000 units. */
export interface Strength {
  readonly value: number;
  readonly unit: string;
}

/** A line of text taken apart: its words, without the amounts and the dates among them. */
export interface Line {
  readonly tokens: readonly LineToken[];
  readonly strengths: readonly Strength[];
  readonly dates: readonly WrittenDate[];
}

export interface LineToken extends Token {
  /** Where a comma or a plus parts it from the word before. */
  readonly comma?: number;
  /** An amount or a date stands between it and the word before, which it does not explain in brackets. */
  readonly afterAmount: boolean;
  /** A date stands between it and the word before: no name goes on after one. */
  readonly afterDate: boolean;
}

/** So much for each kilogram, or in each millilitre: what is taken is not told. */
const RATIO = /\/\s*(?:kg|ml)/i;

type Stretch = { readonly start: number; readonly end: number };

/** Takes lines apart; `units` are the names of each unit of strength with the ways to write it. */
export class LineReader {
  readonly #strength: RegExp;
  readonly #unitOf: ReadonlyMap<string, string>;

  constructor(units: Readonly<Record<string, readonly string[]>>) {
    this.#unitOf = new Map(
      Object.entries(units).flatMap(([unit, ways]) => ways.map((way) => [way, unit])),
    );
    const ways = [...this.#unitOf.keys()].toSorted((a, b) => b.length - a.length).join('|');
    const number = String.raw`\d+(?:,\d{3})*(?:\.\d+)?k?|\.\d+`;
    const unit = String.raw`(?:${ways})(?![a-z])`;
    this.#strength = new RegExp(
      String.raw`(?<![a-z0-9.])(${number})(?:\s*[-/]\s*(?:${number}))*[\s-]*(${unit})(?:\s*[-/]\s*(?:${number})?\s*(?:${unit}|h(?:ou)?rs?\b|kg\b))*`,
      'gi',
    );
  }

  read(text: string): Line {
    const dates = writtenDates(text);
    const undated = blank(text, dates);
    const matches = [...undated.matchAll(this.#strength)];
    const amounts = matches.map(({ 0: whole, index }) => ({
      start: index,
      end: index + whole.length,
    }));
    return {
      tokens: this.#tokens(text, blank(undated, amounts), dates, amounts),
      strengths: matches
        .filter(([whole]) => !RATIO.test(whole))
        .map(([, value = '', unit = '']) => ({
          value: valueOf(value),
          unit: this.#unitOf.get(unit.toLowerCase()) ?? unit,
        })),
      dates,
    };
  }

  #tokens(
    text: string,
    words: string,
    dates: readonly Stretch[],
    amounts: readonly Stretch[],
  ): LineToken[] {
    let before = 0;
    return tokensOf(words).map((token) => {
      const gap = { start: before, end: token.start };
      const comma = words.slice(gap.start, gap.end).search(/[,+]/);
      const holds = (stretches: readonly Stretch[]): boolean =>
        stretches.some(({ start, end }) => start >= gap.start && end <= gap.end);
      const afterDate = holds(dates);
      before = token.end;
      return {
        ...token,
        ...(comma === -1 ? {} : { comma: gap.start + comma }),
        afterAmount: (afterDate || holds(amounts)) && !text.slice(gap.start, gap.end).includes('('),
        afterDate,
      };
    });
  }
}

/** The text with stretches of it made spaces, so that offsets stay true. */
function blank(text: string, stretches: readonly Stretch[]): string {
  let result = text;
  for (const { start, end } of stretches) {
    result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  }
  return result;
}

/** "5,000" and "5k" are five thousand. */
function valueOf(written: string): number {
  const digits = written.replaceAll(',', '');
  return /k$/i.test(digits) ? Math.round(Number(digits.slice(0, -1)) * 1000) : Number(digits);
}
