import { expect, test } from 'vitest';

import { githubText } from '../../../src/report/formats/github-text.ts';
import type { Note } from '../../../src/report/formats/note.ts';

const source = { file: 'main:rules/a.yaml', text: 'one\n- id: x\n  title: y\n' };
const note = (more: Partial<Note> = {}): Note => ({
  code: 'kind',
  level: 'error',
  about: 'fever',
  lines: ['first', 'second'],
  ...more,
});

test('a note stands at the lines of its file in the repository', () => {
  expect(githubText([note({ span: { source, start: 6, end: 22 } })], undefined)).toBe(
    '::error file=rules/a.yaml,line=2,endLine=3,title=kind fever::first%0Asecond\n',
  );
});

test('columns are told when it is one line', () => {
  expect(githubText([note({ span: { source, start: 6, end: 11 } })], undefined)).toContain(
    'line=2,endLine=2,col=3,endColumn=8,',
  );
});

test('what has a meaning in a command is escaped', () => {
  expect(githubText([note({ about: 'a:b,c', lines: ['50 %, at: x'] })], undefined)).toBe(
    '::error title=kind a%3Ab%2Cc::50 %25, at: x\n',
  );
});

test('the tenth of a level says how many more there are, since GitHub drops the rest', () => {
  const twelve = Array.from({ length: 12 }, () => note());
  const lines = githubText([...twelve, note({ level: 'notice' })], undefined).split('\n');
  expect(lines).toHaveLength(12);
  expect(lines[9]).toMatch(/^::error title=and 3 more::/);
  expect(lines[10]).toMatch(/^::notice/);
});

test('that rules are not signed stands among the first notices, so that it is never dropped', () => {
  const many = Array.from({ length: 12 }, () => note({ level: 'notice' }));
  expect(githubText(many, { rules: 3, unsigned: 2 })).toMatch(
    /^::notice title=signatures::2 of 3 rules are not signed\.\n/,
  );
});
