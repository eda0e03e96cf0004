import { didYouMean } from '../source/suggest.ts';
import { Trouble } from './trouble.ts';

/** A rule that was named and is not there, with the one that may be meant. */
export function noSuchRule(id: string, known: readonly string[]): Trouble {
  const { help = 'see prescreen rules list' } = didYouMean(id, known);
  return new Trouble(`no rule \`${id}\`; ${help}`);
}
