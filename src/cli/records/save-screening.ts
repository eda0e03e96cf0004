import { contentOf, type Decided } from '../../records/content-of.ts';
import type { AdditionContent } from '../../records/record.ts';
import type { InForce } from '../in-force.ts';
import { VERSION } from '../version.ts';
import { keepRules } from './kept-rules.ts';
import type { Keeping } from './keeping.ts';
import { orTrouble } from './or-trouble.ts';
import { type Saved, saveRecord } from './save-record.ts';

/**
 * Saves a screening, and the rules that decided it unless they are kept already; `now` is the moment of saving, `follows`
 * the record that it takes up again.
 */
export async function saveScreening(
  { follows, ...decided }: Decided & { readonly follows?: string | undefined },
  keeping: Keeping,
  inForce: InForce,
  now: number,
): Promise<Saved> {
  const { folder, mode, by } = keeping;
  orTrouble(folder, () => keepRules(folder, inForce, mode));
  const header = {
    kind: 'screening' as const,
    saved_at: inForce.screener.zone.format(now),
    rules: inForce.screener.digest,
    follows: follows ?? null,
  };
  const content = contentOf(decided, inForce.ruleSet, { by, version: VERSION });
  return saveRecord(keeping, header, await locked(content, keeping));
}

/** Saves what is added to a screening, of that id. */
export async function saveAddition(
  to: string,
  content: Omit<AdditionContent, 'tool_version' | 'added_by'>,
  keeping: Keeping,
  savedAt: string,
): Promise<Saved> {
  const whole: AdditionContent = { tool_version: VERSION, added_by: keeping.by, ...content };
  const header = { kind: 'addition' as const, saved_at: savedAt, to };
  return saveRecord(keeping, header, await locked(whole, keeping));
}

/** The content as it is written; where it is encrypted, it never stands in the clear on the disk. */
async function locked(content: unknown, { lock }: Keeping): Promise<string> {
  const text = `${JSON.stringify(content)}\n`;
  return lock ? lock(text) : text;
}
