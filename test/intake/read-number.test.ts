import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readNumber } from '../../src/intake/read-number.ts';
import { question } from '../support/small-questions.ts';

const HBA1C = question('diabetes.hba1c_percent', 'number');
const GLUCOSE = question('diabetes.glucose_mg_dl', 'number');
const TEMPERATURE = question('temperature_c', 'number');
const INJECTIONS = question('injections', 'number');

describe('a number', () => {
  test.each([
    [7.2, 7.2],
    ['7.2', 7.2],
    [' 7.2 ', 7.2],
    ['7,2', 7.2],
    ['7.2 %', 7.2],
    ['7.2%', 7.2],
    [3, 3],
    [20, 20],
  ])('%j is %d', (value, expected) => {
    expect(readNumber(HBA1C, value)).toEqual({ value: expected });
  });

  test.each([
    ['8.4 mmol/L', 151.2],
    ['8.4mmol/l', 151.2],
    ['8,4 mmol/L', 151.2],
    ['151 mg/dL', 151],
    ['151 MG / DL', 151],
  ])('of glucose, %j is %d mg/dL', (value, expected) => {
    expect(readNumber(GLUCOSE, value)).toEqual({ value: expected });
  });

  test.each([
    ['100.3 F', 37.94],
    ['100.4 F', 38],
    ['98.6°F', 37],
    ['37.9 °C', 37.9],
    ['37.9', 37.9],
  ])('of temperature, %j is %d C', (value, expected) => {
    expect(readNumber(TEMPERATURE, value)).toEqual({ value: expected });
  });

  test('in another unit is the same temperature, to a hundredth of a degree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8700, max: 11_000 }), (hundredths) => {
        const fahrenheit = hundredths / 100;
        const read = readNumber(TEMPERATURE, `${fahrenheit} F`);
        expect(
          'value' in read && Math.abs(read.value - ((fahrenheit - 32) * 5) / 9),
        ).toBeLessThanOrEqual(0.0051);
      }),
    );
  });
});

describe('what cannot be meant is refused', () => {
  test.each([
    ['HbA1c in another unit', HBA1C, 72],
    ['HbA1c below any', HBA1C, 2.9],
    ['HbA1c above any', HBA1C, 20.1],
    ['glucose in another unit that is not written', GLUCOSE, 8.4],
    ['glucose out of range in the other unit', GLUCOSE, '151 mmol/L'],
    ['a fever of a hundred degrees Celsius', TEMPERATURE, 100.3],
    ['fewer injections than none', INJECTIONS, -1],
  ])('%s', (_, asked, value) => {
    expect(readNumber(asked, value)).toMatchObject({ fault: { code: 'implausible-value' } });
  });

  test('with the slip that it probably is', () => {
    expect(readNumber(HBA1C, 72)).toMatchObject({ fault: { help: 'Probably in mmol/mol.' } });
  });

  test('and never clamped: a value that is read lies in its range', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        const read = readNumber(HBA1C, value);
        expect('fault' in read || read.value === value).toBe(true);
        expect('fault' in read).toBe(value < 3 || value > 20);
      }),
    );
  });
});

describe('what is no number is refused', () => {
  test.each([
    'high',
    'about 7',
    '> 7',
    '7-8',
    '7 8',
    '1e1',
    '.5',
    '7.',
    '7.2.1',
    '7 mmol/mol',
    '1,000',
    '1,234.5',
    '7,200',
    true,
    [7],
    { value: 7 },
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('%j', (value) => {
    expect(readNumber(HBA1C, value)).toMatchObject({ fault: { code: 'wrong-type' } });
  });

  test('a comma that may part thousands is not guessed at', () => {
    const read = readNumber(GLUCOSE, '250,000');
    expect('fault' in read && read.fault.message).toContain('`250,000`');
  });

  test('a unit where a plain number is asked for', () => {
    expect(readNumber(INJECTIONS, '3 shots')).toMatchObject({ fault: { code: 'wrong-type' } });
  });

  test('words after the number are not called a unit', () => {
    const read = readNumber(GLUCOSE, '12 March 1951');
    expect('fault' in read && read.fault.message).toBe(
      'found a text after the number, expected a number in mg/dL or mmol/L',
    );
  });

  test('what cannot be meant in another unit is told in both', () => {
    const read = readNumber(TEMPERATURE, '37.2 F');
    expect('fault' in read && read.fault.message).toMatch(
      /^found `37\.2` in F, which is `2\.89`, expected \d+ to \d+ C$/,
    );
  });

  test('a part where a whole number is asked for', () => {
    expect(readNumber(INJECTIONS, 1.5)).toMatchObject({ fault: { code: 'wrong-type' } });
  });
});
