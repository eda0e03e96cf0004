import type { Law } from './law.ts';
import { monotoneRuling } from './monotone.ts';

/** The answers that tell how long ago something was taken in. */
const MOMENTS = ['last_taken', 'last_meal.at', 'last_drink.at'];

export const laterIsNotSafer: Law = {
  id: 'later-is-not-safer',
  says: 'Moving a last dose, meal or drink closer to the procedure never makes the disposition less restrictive.',
  rule: (bench, nodes) =>
    monotoneRuling(
      MOMENTS.map((fact) => ({ fact, direction: 'later' })),
      bench,
      nodes,
    ),
};
