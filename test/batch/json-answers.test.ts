import { describe, expect, test } from 'vitest';

import { ChartIndex } from '../../src/batch/fhir/chart-index.ts';
import { jsonAnswers } from '../../src/batch/json-answers.ts';

function read(raw: string): unknown {
  const answers = jsonAnswers(raw, {
    nameOfCode: () => undefined,
    chart: new ChartIndex({ chart: [], chart_phrases: [] }),
  });
  return answers.ok ? answers.answers : answers.faults.map(({ code }) => code);
}

describe('a row of JSON', () => {
  test('is its answers', () => {
    expect(read('{"id":"A-1"}')).toEqual({ id: 'A-1' });
  });

  test('that was rejected is what it was before, as JSON or as text', () => {
    expect(read('{"reject":{"code":"x"},"original":{"id":"A-1"}}')).toEqual({ id: 'A-1' });
    expect(read(JSON.stringify({ reject: {}, original: '{"id":"A-1"}' }))).toEqual({ id: 'A-1' });
  });

  test.each([
    ['is no JSON', '{"id":', 'invalid-json'],
    ['answers a question twice', '{"id":1,"id":2}', 'duplicate-key'],
    ['goes deeper than any answer', '['.repeat(200_000), 'invalid-json'],
    ['is a resource without a response', '{"resourceType":"Patient"}', 'no-response'],
  ])('that %s is rejected', (_, raw, code) => {
    expect(read(raw)).toEqual([code]);
  });
});
