/** Unfinished interviews on the disk: one file each, readable by the owner alone, named by chance. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import * as z from 'zod';

import { screenResult } from '../../evaluation/result.ts';
import { callLog, NO_CALL } from '../../interview/call-log.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { parseJson } from '../../source/parse-json.ts';
import { digestHex } from '../digest-hex.ts';
import { readText, reasonOf } from '../files.ts';
import { stateFolder } from '../state-folder.ts';
import { Trouble } from '../trouble.ts';
import { writeDurably } from '../write-durably.ts';

const historyEntry = z
  .strictObject({ at: z.string(), fact: z.string(), value: z.unknown().exactOptional() })
  .readonly();

const draft = z.strictObject({
  schema: z.literal('prescreen.draft/1'),
  saved_at: z.number(),
  /** The process that saved it, which may still be at work. */
  process: z.number(),
  /** For each question, what tells whether it is still put the same way. */
  questions: z.record(z.string(), z.string()).readonly(),
  state: z.strictObject({
    answers: z.record(z.string(), z.unknown()).readonly(),
    settled: z.array(z.string()).readonly(),
    told: z.array(z.string()).readonly(),
    // Drafts of older versions have none of these.
    notes: z.record(z.string(), z.string()).readonly().default({}),
    history: z.array(historyEntry).readonly().default([]),
    call: callLog.default(NO_CALL),
    by: z.string().exactOptional(),
    follows: z.strictObject({ record: z.string(), result: screenResult }).exactOptional(),
  }),
});

export type Draft = z.output<typeof draft>;

export interface FoundDraft extends Draft {
  readonly file: string;
}

export function draftsFolder(env: Readonly<Record<string, string | undefined>>): string {
  return join(stateFolder(env), 'drafts');
}

/** Every draft that can be read, the latest first. What is no draft is left alone. */
export function findDrafts(folder: string): readonly FoundDraft[] {
  return namesIn(folder)
    .filter((name) => /^[0-9a-f]{16}\.json$/.test(name))
    .flatMap((name) => readDraft(join(folder, name)) ?? [])
    .toSorted((a, b) => b.saved_at - a.saved_at);
}

export function newDraftFile(folder: string): string {
  return join(folder, `${randomBytes(8).toString('hex')}.json`);
}

/** Written beside and renamed, so that a file is there whole or not at all. */
export function writeDraft(file: string, content: Omit<Draft, 'schema' | 'process'>): void {
  const beside = `${file}.tmp`;
  try {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    const text = JSON.stringify({ schema: 'prescreen.draft/1', process: process.pid, ...content });
    writeDurably(beside, text, { mode: 0o600 });
    renameSync(beside, file);
  } catch (error) {
    throw new Trouble(`the draft cannot be kept: ${file}: ${reasonOf(error)}`);
  }
}

export function removeDraft(file: string): void {
  rmSync(file, { force: true });
  rmSync(`${file}.tmp`, { force: true });
}

/** Whether the process that saved a draft still runs: the same screening is open in another window. */
export function isOpenElsewhere({ process: saver }: Draft): boolean {
  if (saver === process.pid) return false;
  try {
    return process.kill(saver, 0);
  } catch {
    // No such process, or none of ours.
    return false;
  }
}

export function questionMarks({ questions }: RuleSet): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questions.map(({ help: _help, ...question }) => [question.id, digestOf(question)]),
  );
}

/** Questions that were put otherwise when the draft was saved, or not at all. */
export function changedQuestions(
  saved: Draft,
  now: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys(saved.state.answers).filter((id) => saved.questions[id] !== now[id]);
}

function digestOf(value: unknown): string {
  return digestHex(canonicalJson(value)).slice(0, 16);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new Trouble(`${folder}: ${reasonOf(error)}`);
  }
}

/** A file that is no draft, or that another user keeps to themselves, is left alone. */
function readDraft(file: string): FoundDraft | undefined {
  try {
    const parsed = draft.safeParse(parseJson(readText(file).text));
    return parsed.success ? { ...parsed.data, file } : undefined;
  } catch (error) {
    if (error instanceof Trouble) return undefined;
    throw error;
  }
}
