import { isNotTaken, type Recognition, unrecognised } from '../recognition.ts';
import type { Part } from './split-line.ts';

/** A part of a line, and what it was recognised as. */
export interface ReadPart extends Pick<Part, 'parting'> {
  readonly recognition: Recognition;
  /** It says nothing but a name that is known, and its form. */
  readonly isBare: boolean;
}

/**
 * Carries a denial or an allergy that is told before "A, B or C" over the list. It is a list only when "or" closes it,
 * and a comma leads on only to a bare name: "no A, takes B". Where more is said of one that "or" joins ("no A or B
 * with food"), nobody knows whether any is denied: the first is asked about, the others count as taken.
 */
export function withDenialsCarried(parts: readonly ReadPart[]): Recognition[] {
  const read: Recognition[] = [];
  for (let next = 0, end = 0; next < parts.length; next = end) {
    end = endOfList(parts, next);
    read.push(...carried(parts.slice(next, end)));
  }
  return read;
}

function carried(list: readonly ReadPart[]): Recognition[] {
  const [first, ...others] = list.map(({ recognition }) => recognition);
  if (!first) return [];
  const { status } = first;
  if (status === undefined || others.length === 0) return [first, ...others];
  return list.slice(1).every(({ isBare }) => isBare)
    ? [first, ...others.map((each) => ({ ...each, status }))]
    : [doubted(first), ...others];
}

/** The place after the last of the list that begins with a part; right after the part when it begins none. */
function endOfList(parts: readonly ReadPart[], first: number): number {
  let end = first + 1;
  if (!isNotTaken(parts[first]?.recognition.status)) return end;
  while (parts[end]?.parting === 'comma' && parts[end]?.isBare) end += 1;
  if (parts[end]?.parting !== 'or') return first + 1;
  while (parts[end]?.parting === 'or') end += 1;
  return end;
}

/** As recognised, but only asked about. */
function doubted({ asWritten, name, suggestions }: Recognition): Recognition {
  return unrecognised(asWritten, name === undefined ? suggestions : [name]);
}
