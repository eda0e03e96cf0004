import { screen, type Screener } from '../evaluation/screen.ts';
import type { ScreenResult } from '../evaluation/result.ts';
import { readIntake } from '../intake/read-intake.ts';
import { readBack } from '../time/parse-time.ts';
import type { ScreeningContent } from './record.ts';

export type Replayed =
  | { readonly is: 'same' }
  /** The parts of the result that are otherwise now, by their paths: `findings[2].message`. */
  | { readonly is: 'different'; readonly paths: readonly string[] }
  /** The answers cannot be read any more; why. */
  | { readonly is: 'unreadable'; readonly codes: readonly string[] };

/** Decides the answers of a record again, as of their moment, and compares the bytes of the two results. */
export function replay(
  { answers, result }: Pick<ScreeningContent, 'answers' | 'result'>,
  screener: Screener,
): Replayed {
  const at = readBack(result.evaluated_at);
  const reading = readIntake(answers, screener.prepared.ruleSet, {
    zone: screener.zone,
    asOf: at,
    now: at,
  });
  if (!reading.ok) {
    return {
      is: 'unreadable',
      codes: reading.faults.map(({ code, field }) => `${field}: ${code}`),
    };
  }
  // How many rules were signed that day is no matter of the rules: it decides nothing.
  const { unsigned } = result.ruleset;
  const again: ScreenResult = screen(reading.intake, { ...screener, unsigned });
  if (JSON.stringify(again) === JSON.stringify(result)) return { is: 'same' };
  return { is: 'different', paths: differences(result, again) };
}

/** Where two values differ, by the paths of the smallest parts that do. */
function differences(before: unknown, after: unknown, path = ''): readonly string[] {
  const a = partsOf(before);
  const b = partsOf(after);
  if (!a || !b || Array.isArray(before) !== Array.isArray(after))
    return before === after ? [] : [path];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const inside = [...keys].flatMap((key) =>
    differences(a[key], b[key], Array.isArray(before) ? `${path}[${key}]` : joined(path, key)),
  );
  const isReordered =
    inside.length === 0 && Object.keys(a).join('\n') !== Object.keys(b).join('\n');
  return isReordered ? [`${path} (the order)`.trim()] : inside;
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
