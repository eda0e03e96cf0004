import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  changedQuestions,
  draftsFolder,
  findDrafts,
  isOpenElsewhere,
  newDraftFile,
  questionMarks,
  removeDraft,
  writeDraft,
} from '../../../src/cli/interview/drafts.ts';
import { NOTHING_ASKED } from '../../../src/interview/state.ts';
import { shipped } from '../../support/shipped.ts';

let folder = '';

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'prescreen-')), 'drafts');
});

afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const MARKS = questionMarks(shipped.ruleSet);
const STATE = { ...NOTHING_ASKED, answers: { id: 'A-1', 'patient.sex': 'male' } };

function keep(savedAt: number): string {
  const file = newDraftFile(folder);
  writeDraft(file, { saved_at: savedAt, questions: MARKS, state: STATE });
  return file;
}

describe('the folder', () => {
  test('is that of PRESCREEN_HOME, or of the state of programs', () => {
    expect(draftsFolder({ PRESCREEN_HOME: '/p' })).toBe('/p/drafts');
    expect(draftsFolder({ XDG_STATE_HOME: '/x' })).toBe('/x/prescreen/drafts');
    expect(draftsFolder({})).toMatch(/\.local\/state\/prescreen\/drafts$/);
  });

  test('that is not there holds no drafts', () => {
    expect(findDrafts(folder)).toEqual([]);
  });
});

describe('a draft', () => {
  test('can be read by its owner alone, and its name tells nothing', () => {
    const file = keep(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(file).toMatch(/\/[0-9a-f]{16}\.json$/);
    expect(existsSync(`${file}.tmp`)).toBe(false);
  });

  test('is found again, the latest first', () => {
    keep(1);
    const later = keep(2);
    expect(findDrafts(folder).map(({ saved_at: at }) => at)).toEqual([2, 1]);
    expect(findDrafts(folder)[0]).toMatchObject({ file: later, state: STATE });
  });

  test('is written over as a whole', () => {
    const file = keep(1);
    writeDraft(file, { saved_at: 2, questions: MARKS, state: NOTHING_ASKED });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      saved_at: 2,
      state: { answers: {} },
    });
  });

  test('of a version that kept no notes and no history is taken up all the same', () => {
    const older = {
      schema: 'prescreen.draft/1',
      saved_at: 3,
      process: 1,
      questions: MARKS,
      state: { answers: { id: 'A-2' }, settled: [], told: [] },
    };
    keep(1);
    writeFileSync(join(folder, '0123456789abcdef.json'), JSON.stringify(older));
    expect(findDrafts(folder)[0]?.state).toEqual({ ...NOTHING_ASKED, answers: { id: 'A-2' } });
  });

  test('that is broken, or of others, is left alone', () => {
    keep(1);
    writeFileSync(join(folder, '0123456789abcdef.json'), '{"schema":');
    writeFileSync(join(folder, 'notes.json'), '{}');
    expect(findDrafts(folder)).toHaveLength(1);
    expect(existsSync(join(folder, '0123456789abcdef.json'))).toBe(true);
  });

  test('is gone when it is removed', () => {
    const file = keep(1);
    removeDraft(file);
    removeDraft(file);
    expect(findDrafts(folder)).toEqual([]);
  });

  test('that cannot be kept is said', () => {
    keep(1);
    writeFileSync(join(folder, 'file'), '');
    chmodSync(join(folder, 'file'), 0o600);
    expect(() =>
      writeDraft(join(folder, 'file', 'x.json'), { saved_at: 1, questions: {}, state: STATE }),
    ).toThrow('cannot be kept');
  });

  test('tells which answers are to questions that are now put otherwise', () => {
    const draft = {
      schema: 'prescreen.draft/1',
      saved_at: 1,
      process: 1,
      questions: MARKS,
      state: STATE,
    } as const;
    expect(changedQuestions(draft, MARKS)).toEqual([]);
    expect(changedQuestions(draft, { ...MARKS, 'patient.sex': 'other' })).toEqual(['patient.sex']);
  });

  test('of a process that is over is open nowhere', () => {
    keep(1);
    const [draft] = findDrafts(folder);
    if (!draft) throw new Error('no draft');
    expect(isOpenElsewhere(draft)).toBe(false);
    expect(isOpenElsewhere({ ...draft, process: process.ppid })).toBe(true);
    expect(isOpenElsewhere({ ...draft, process: 2 ** 22 + 1 })).toBe(false);
  });
});
