import { expect, test } from 'vitest';

import { formatPlace } from '../../src/source/diagnostic.ts';
import { QUESTIONS, RULES, TABLE } from '../support/rule-text.ts';
import { compileSmall } from '../support/small-rules.ts';

test('everything is found again where it was declared', () => {
  const { spans } = compileSmall(QUESTIONS + RULES + TABLE);
  const placed = ['questions:b', 'rules:one', 'rules:two', 'tables:t'].flatMap(
    (key) => spans.get(key) ?? [],
  );
  expect(placed.map(formatPlace)).toEqual([
    `rules.yaml:1:${QUESTIONS.indexOf('{section', 20) + 1}`,
    'rules.yaml:3:5',
    'rules.yaml:13:5',
    'rules.yaml:25:5',
  ]);
});
