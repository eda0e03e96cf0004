import { describe, expect, test } from 'vitest';

import { unusedTranslation } from '../../../src/audit/checks/unused-translation.ts';
import { found } from '../../support/small-audit.ts';

const rules = [{ id: 'told', instructions: [{ for: 'patient', text: 'Drink water.' }] }];
const spanish = (from: string) => ({
  rules,
  translations: [{ language: 'es', texts: [{ from, to: 'Beba agua.' }] }],
});

describe('unused-translation', () => {
  test('finds one whose English was changed', () => {
    expect(found(unusedTranslation, spanish('Drink some water.'))).toEqual([
      { message: 'no patient is told (es): `Drink some water.`', at: '' },
    ]);
  });

  test('stays quiet on one that stands beside what is told', () => {
    expect(found(unusedTranslation, spanish('Drink water.'))).toEqual([]);
  });
});
