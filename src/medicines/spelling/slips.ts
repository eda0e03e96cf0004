/** What it costs to take one letter for another, or to write one too many or too few. */

/** The letters beside each other on a QWERTY keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = 'aeiouy';

/** An easy slip: a letter doubled or no longer, two swapped, a neighbouring key hit, one vowel for another. */
export const EASY = 1;

/** Any other letter added, left out, or put for another. */
export const EDIT = 2;

const LETTERS = 128;
const isClose = new Uint8Array(LETTERS * LETTERS);
for (const [a, b] of [...neighbours(), ...vowelPairs()]) {
  isClose[a.charCodeAt(0) * LETTERS + b.charCodeAt(0)] = 1;
  isClose[b.charCodeAt(0) * LETTERS + a.charCodeAt(0)] = 1;
}

/** One letter, given by its code, for another. */
export function substitutionCost(a: number, b: number): number {
  if (a === b) return 0;
  return a < LETTERS && b < LETTERS && isClose[a * LETTERS + b] === 1 ? EASY : EDIT;
}

/** A letter more or less than there should be, after the one before it. */
export function lengthCost(letter: number, before: number): number {
  return letter === before ? EASY : EDIT;
}

function* neighbours(): Generator<readonly [string, string]> {
  for (const [index, keys] of ROWS.entries()) {
    const below = ROWS[index + 1] ?? '';
    for (let column = 0; column < keys.length; column += 1) {
      const others = [keys[column + 1], below[column - 1], below[column]];
      for (const other of others) if (other) yield [keys[column] ?? '', other];
    }
  }
}

function* vowelPairs(): Generator<readonly [string, string]> {
  for (const a of VOWELS) for (const b of VOWELS) if (a !== b) yield [a, b];
}
