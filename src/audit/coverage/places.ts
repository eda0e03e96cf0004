/** Where the parts of rules and tables were written. */
import type { Span } from '../../source/diagnostic.ts';
import type { ClauseKey, Unit } from '../unit.ts';

export type Spans = ReadonlyMap<string, Span>;

export function placeOf(key: string, spans: Spans): Span {
  const span = spans.get(key);
  if (!span) throw new Error(`nothing is declared as ${key}`);
  return span;
}

/** The line of the nth test of a fact in a clause; that of the whole where it cannot be found. */
export function testPlace(
  unit: Unit,
  { key, fact, nth }: { readonly key: ClauseKey; readonly fact: string; readonly nth: number },
  spans: Spans,
): Span {
  const whole = placeOf(`${unit.kind}:${unit.id}`, spans);
  const text = whole.source.text.slice(whole.start, whole.end);
  const clause = new RegExp(String.raw`^[\s-]*${key}:`, 'm').exec(text)?.index ?? 0;
  const escaped = fact.replaceAll('.', String.raw`\.`);
  const found = [...text.slice(clause).matchAll(new RegExp(String.raw`(?<![\w.-])${escaped}:`, 'g'))];
  const at = found[nth]?.index;
  if (at === undefined) return whole;
  const start = whole.start + clause + at;
  return { source: whole.source, start, end: start + fact.length };
}
