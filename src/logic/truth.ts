/** Kleene's strong three-valued truth; `unknown` is neither yes nor no. */
export type Truth = 'true' | 'false' | 'unknown';

/** The truth of something that is known either way. */
export function truth(claim: boolean): Truth {
  return claim ? 'true' : 'false';
}

/** False wins over unknown, and unknown over true: a conjunction holds only when all of it is known to. */
export function and(values: Iterable<Truth>): Truth {
  return allOf(values, (value) => value);
}

/** True wins over unknown, and unknown over false. */
export function or(values: Iterable<Truth>): Truth {
  return anyOf(values, (value) => value);
}

/** Whether something holds of every item; the first of which it does not ends the work. */
export function allOf<T>(items: Iterable<T>, truthOf: (item: T) => Truth): Truth {
  let result: Truth = 'true';
  for (const item of items) {
    const value = truthOf(item);
    if (value === 'false') return 'false';
    if (value === 'unknown') result = 'unknown';
  }
  return result;
}

/** Whether something holds of any item; the first of which it does ends the work. */
export function anyOf<T>(items: Iterable<T>, truthOf: (item: T) => Truth): Truth {
  let result: Truth = 'false';
  for (const item of items) {
    const value = truthOf(item);
    if (value === 'true') return 'true';
    if (value === 'unknown') result = 'unknown';
  }
  return result;
}

export function not(value: Truth): Truth {
  if (value === 'unknown') return 'unknown';
  return value === 'true' ? 'false' : 'true';
}

/** Whether at least `needed` of the values hold. */
export function atLeast(needed: number, values: Iterable<Truth>): Truth {
  let certain = 0;
  let possible = 0;
  for (const value of values) {
    if (value === 'true') certain += 1;
    if (value !== 'false') possible += 1;
  }
  if (certain >= needed) return 'true';
  return possible >= needed ? 'unknown' : 'false';
}
