import type { Check } from '../check.ts';
import { emptyPeriod } from './empty-period.ts';
import { missingExample } from './missing-example.ts';
import { missingTranslation } from './missing-translation.ts';
import { reviewDue } from './review-due.ts';
import { unknownMedicine } from './unknown-medicine.ts';
import { unusedDefinition, unusedFact, unusedParameter, unusedSource } from './unused.ts';
import { unusedTranslation } from './unused-translation.ts';

/** Every check, in the order in which `rules explain` lists them. */
export const CHECKS: readonly Check[] = [
  emptyPeriod,
  missingExample,
  missingTranslation,
  reviewDue,
  unknownMedicine,
  unusedDefinition,
  unusedFact,
  unusedParameter,
  unusedSource,
  unusedTranslation,
];
