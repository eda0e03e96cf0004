import { shorten } from './wrap.ts';

/** A question cut down to what tells it from others: without its examples, and no wider than that. */
export function shortQuestion(ask: string, width: number): string {
  const text = ask.length <= width ? ask : ask.replace(/,? such as .*$/, '?');
  return shorten(text, width);
}
