import type { Check } from '../check.ts';
import { brokenSuccession } from './broken-succession.ts';
import { contradictoryInstructions } from './contradictory-instructions.ts';
import { duplicateRule } from './duplicate-rule.ts';
import { emptyPeriod } from './empty-period.ts';
import { expiredSource } from './expired-source.ts';
import { invalidHealthyPatient } from './invalid-healthy-patient.ts';
import { missingBoundaryExample } from './missing-boundary-example.ts';
import { missingExample } from './missing-example.ts';
import { missingSource } from './missing-source.ts';
import { missingTranslation } from './missing-translation.ts';
import { overlappingLookalikes } from './overlapping-lookalikes.ts';
import { reviewDue } from './review-due.ts';
import { shadowedRule } from './shadowed-rule.ts';
import { staleFigure } from './stale-figure.ts';
import { unknownAsNo } from './unknown-as-no.ts';
import { unknownMedicine } from './unknown-medicine.ts';
import { unlistedIngredient } from './unlisted-ingredient.ts';
import { unreachableCondition } from './unreachable-condition.ts';
import { unreadClass } from './unread-class.ts';
import { unusedDefinition, unusedFact, unusedParameter, unusedSource } from './unused.ts';
import { unusedTranslation } from './unused-translation.ts';

/** Every check, in the order in which `rules explain` lists them. */
export const CHECKS: readonly Check[] = [
  brokenSuccession,
  contradictoryInstructions,
  duplicateRule,
  emptyPeriod,
  expiredSource,
  invalidHealthyPatient,
  missingBoundaryExample,
  missingExample,
  missingSource,
  missingTranslation,
  overlappingLookalikes,
  reviewDue,
  shadowedRule,
  staleFigure,
  unknownAsNo,
  unknownMedicine,
  unlistedIngredient,
  unreachableCondition,
  unreadClass,
  unusedDefinition,
  unusedFact,
  unusedParameter,
  unusedSource,
  unusedTranslation,
];
