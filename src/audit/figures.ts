/** The figures that a sentence states: numbers and lengths of time, in digits or as words. */

/** Lengths of time are counted in minutes, or in months where days would not do. */
export type Measure = 'number' | 'minutes' | 'months';

export interface Figure {
  readonly measure: Measure;
  readonly value: number;
  /** As it is written: the 3 of "3 weeks". */
  readonly count: number;
  /** `first` and `last` of "14 to 27 days", which name both ends; "within 30 days" names its last too. */
  readonly end: 'first' | 'last' | undefined;
  /** The next figure that can be meant: one unit, or one in the last place. None of weeks and months, which are read as running. */
  readonly step: number;
  /** Of time, or the word that stands behind a number, such as another unit of temperature. */
  readonly unit: string | undefined;
  readonly text: string;
}

const WORDS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = String.raw`(\d+(?:,\d{3})*(?:\.\d+)?|${WORDS.join('|')})`;
const UNIT = String.raw`(?:[\s-]+(min|minutes?|h|hours?|days?|weeks?|months?|years?)\b)?`;
const EDGE = String.raw`(?!\w|[.,]\d|-[a-z])`;
const FIGURE = new RegExp(
  String.raw`(?<![\w.,-])(within\s+)?${NUMBER}${UNIT}${EDGE}(?:(?:\s+(?:up\s+)?to\s+|\s*[-–]\s*)${NUMBER}${UNIT}${EDGE})?`,
  'gdi',
);

const TIMES: Readonly<Record<string, { measure: Measure; per: number; isCounted: boolean }>> = {
  min: { measure: 'minutes', per: 1, isCounted: true },
  minute: { measure: 'minutes', per: 1, isCounted: true },
  h: { measure: 'minutes', per: 60, isCounted: true },
  hour: { measure: 'minutes', per: 60, isCounted: true },
  day: { measure: 'minutes', per: 1440, isCounted: true },
  week: { measure: 'minutes', per: 10_080, isCounted: false },
  month: { measure: 'months', per: 1, isCounted: false },
  year: { measure: 'months', per: 12, isCounted: false },
};

/** Names in {braces}, which are filled in with the figure that decides, and dates. */
const OTHERS = /\{[^}]*\}|\d{4}-\d{2}-\d{2}/g;

export function figuresIn(sentence: string): Figure[] {
  const text = sentence.replaceAll(OTHERS, (other) => ' '.repeat(other.length));
  return [...text.matchAll(FIGURE)].flatMap((match): Figure[] => {
    const [, within, one = '', unit, other, otherUnit] = match;
    const ends = match.indices ?? [];
    const behind = /^\s*([A-Za-z%]+)/.exec(text.slice(match.index + match[0].length))?.[1];
    const figure = (number: string, of: string | undefined, group: number): Omit<Figure, 'end'> => {
      const [start = 0, stop = 0] = ends[group] ?? [];
      const [, unitStop = stop] = ends[group + 1] ?? [];
      return { ...measured(number, of), unit: of ?? behind, text: text.slice(start, unitStop) };
    };
    if (other === undefined)
      return [{ ...figure(one, unit, 2), end: within === undefined ? undefined : 'last' }];
    return [
      { ...figure(one, unit ?? otherUnit, 2), end: 'first' },
      { ...figure(other, otherUnit, 4), end: 'last' },
    ];
  });
}

function measured(
  written: string,
  unit: string | undefined,
): Pick<Figure, 'measure' | 'value' | 'count' | 'step'> {
  const word = WORDS.indexOf(written.toLowerCase());
  const digits = written.replaceAll(',', '');
  const count = word === -1 ? Number(digits) : word + 2;
  const time = TIMES[unit?.toLowerCase().replace(/s$/, '') ?? ''];
  if (time)
    return {
      measure: time.measure,
      value: count * time.per,
      count,
      step: time.isCounted ? time.per : 0,
    };
  const places = digits.split('.')[1]?.length ?? 0;
  return { measure: 'number', value: count, count, step: 10 ** -places };
}
