/** Formulas in the language of SMT solvers, kept short. */
export const and = (parts: readonly string[]): string =>
  parts.includes('false')
    ? 'false'
    : joined(
        'and',
        parts.filter((part) => part !== 'true'),
        'true',
      );
export const or = (parts: readonly string[]): string =>
  parts.includes('true')
    ? 'true'
    : joined(
        'or',
        parts.filter((part) => part !== 'false'),
        'false',
      );
export const turned = (part: string): string =>
  part === 'true' ? 'false' : part === 'false' ? 'true' : `(not ${part})`;
export const same = (part: string, value: boolean): string => (value ? part : turned(part));

function joined(word: string, parts: readonly string[], none: string): string {
  const [only] = parts;
  if (only === undefined) return none;
  return parts.length === 1 ? only : `(${word} ${parts.join(' ')})`;
}

export function number(value: number): string {
  return value < 0 ? `(- ${-value})` : String(value);
}
