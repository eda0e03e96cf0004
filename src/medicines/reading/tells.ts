import { defined } from '../defined.ts';
import type { Tells } from '../schema.ts';

/** What is told of a medicine in several places. What is told differently is not told: it is asked instead. */
export function mergeTells(tellings: readonly Tells[]): Tells {
  return defined({
    route: agreed(tellings.map(({ route }) => route)),
    form: agreed(tellings.map(({ form }) => form)),
    frequency: agreedFrequency(tellings.map(({ frequency }) => frequency)),
    regimen: agreed(tellings.map(({ regimen }) => regimen)),
    status: agreed(tellings.map(({ status }) => status)),
    taken_for: agreed(tellings.map(({ taken_for: reason }) => reason)),
    prescription: tellings.find(({ prescription }) => prescription)?.prescription,
  });
}

function agreed<Value extends string>(told: readonly (Value | undefined)[]): Value | undefined {
  const values = new Set(told);
  values.delete(undefined);
  const [only] = values;
  return values.size === 1 ? only : undefined;
}

/** "Twice a day as needed" is as needed. */
function agreedFrequency(told: readonly Tells['frequency'][]): Tells['frequency'] {
  return told.includes('as-needed') ? 'as-needed' : agreed(told);
}
