import { expect, test } from 'vitest';

import { sarif } from '../../../src/report/formats/sarif.ts';

const source = { file: './rules/a b.yaml', text: 'one\n- id: x\n' };

test('a note is a result with its kind, place and a mark that does not move with its line', () => {
  const log = sarif(
    [
      {
        code: 'b.kind',
        level: 'notice',
        about: 'fever',
        lines: ['first', 'second'],
        span: { source, start: 6, end: 11 },
      },
    ],
    new Map([['b.kind', 'what it means']]),
    { rules: 3, unsigned: 2 },
  );
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        properties: { rules: 3, unsigned: 2 },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [{ message: { text: '2 of 3 rules are not signed.' } }],
          },
        ],
        tool: {
          driver: { rules: [{ id: 'b.kind', shortDescription: { text: 'what it means' } }] },
        },
        results: [
          {
            ruleId: 'b.kind',
            ruleIndex: 0,
            level: 'note',
            message: { text: 'first\nsecond' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'rules/a%20b.yaml' },
                  region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
                },
              },
            ],
            partialFingerprints: { 'prescreen/1': 'b.kind:fever:first' },
          },
        ],
      },
    ],
  });
});
