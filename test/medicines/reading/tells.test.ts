import { expect, test } from 'vitest';

import { mergeTells } from '../../../src/medicines/reading/tells.ts';

test('what is told in several places comes together', () => {
  expect(mergeTells([{ route: 'oral' }, { frequency: 'daily' }, { route: 'oral' }])).toEqual({
    route: 'oral',
    frequency: 'daily',
  });
});

test('what is told differently is not told', () => {
  expect(mergeTells([{ route: 'oral' }, { route: 'topical' }])).toEqual({});
  expect(mergeTells([{ status: 'stopped' }, { status: 'taking' }])).toEqual({});
});

test('twice a day as needed is as needed', () => {
  expect(mergeTells([{ frequency: 'twice-daily' }, { frequency: 'as-needed' }])).toEqual({
    frequency: 'as-needed',
  });
});
