import { describe, expect, test } from 'vitest';

import { Recogniser } from '../../../src/medicines/recogniser.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';

const recogniser = new Recogniser(smallVocabulary);
const statuses = (line: string) =>
  recogniser
    .read(line)
    .map(({ generic, suggestions, status }) => [generic ?? suggestions[0], status]);

describe('what is denied is denied of the whole list that "or" or a slash closes', () => {
  test.each(['denies aspirin or Advil tablets', 'denies aspirin/Advil'])('`%s`', (line) => {
    expect(statuses(line)).toEqual([
      ['aspirin', 'denied'],
      ['ibuprofen', 'denied'],
    ]);
  });

  test.each([
    'no aspirin, Eliquis, or Advil',
    'not on aspirin, Eliquis or Advil',
    'denies aspirin or Eliquis or Advil',
    'denies aspirin, Eliquis nor advill',
  ])('`%s`', (line) => {
    expect(statuses(line)).toEqual([
      ['aspirin', 'denied'],
      ['apixaban', 'denied'],
      ['ibuprofen', 'denied'],
    ]);
  });

  test('an allergy is told of a list as well', () => {
    expect(statuses('allergic to aspirin or codeine')).toEqual([
      ['aspirin', 'allergy'],
      ['codeine', 'allergy'],
    ]);
  });
});

describe('it reaches no further', () => {
  test.each(['denies aspirin, Advil', 'denies aspirin and Advil'])('`%s`', (line) => {
    expect(statuses(line)).toEqual([
      ['aspirin', 'denied'],
      ['ibuprofen', undefined],
    ]);
  });

  test.each([
    'no aspirin, takes Eliquis or Advil',
    'no aspirin, takes Eliquis daily or Advil',
    'no aspirin but takes Eliquis or Advil',
    'no aspirin; Eliquis or Advil',
    'denies aspirin, Eliquis daily, or Advil',
  ])('`%s`', (line) => {
    expect(statuses(line)).toEqual([
      ['aspirin', 'denied'],
      ['apixaban', undefined],
      ['ibuprofen', undefined],
    ]);
  });

  test('after the one that "or" joins a comma begins something new', () => {
    expect(statuses('denies aspirin or Advil, Eliquis or warfarin').slice(2)).toEqual([
      ['apixaban', undefined],
      ['warfarin', undefined],
    ]);
  });
});

test('nothing is denied when something else is said of one that "or" joins', () => {
  expect(statuses('does not take aspirin, Advil or Eliquis with food')).toEqual([
    ['aspirin', undefined],
    ['ibuprofen', undefined],
    ['apixaban', undefined],
  ]);
  expect(recogniser.read('denies aspirin or mystery powder')[0]).toMatchObject({
    match: 'none',
    suggestions: ['aspirin'],
  });
});
