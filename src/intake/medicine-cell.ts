/** The medicines of one CSV cell: `name 5 mg bid @ 2026-11-20 08:00 for reason agreed; name stopped`. */

import { REASONS } from '../rules/fact-kinds.ts';
import { Memo } from '../time/memo.ts';

const TAKEN =
  /\s*@\s*(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?|[^\s;]+)/i;
/** Only a reason that medicines can be taken for: "melatonin for sleep" is left to be read as a name. */
const REASON = new RegExp(String.raw`\s+for\s+(${REASONS.join('|')})\s*$`, 'i');
const AGREED = /\s+agreed\s*$/i;
const STOPPED = /\s+stopped\s*$/i;

type Entry = Record<string, unknown>;

/** Exports repeat the same lines. */
const READ = new Memo<string, readonly (Entry | string)[]>();

/** An empty cell holds no entry; `none` is left to the reader of the list, as it is an answer. */
export function readCell(cell: string): readonly (Readonly<Entry> | string)[] {
  return READ.get(cell, () => {
    const parts = cell.split(/[;\n]/).map((part) => part.trim());
    return parts
      .filter((part) => part !== '')
      .map((part) => (part.toLowerCase() === 'none' ? part : readEntry(part)));
  });
}

function readEntry(text: string): Entry {
  let rest = text;
  const entry: Entry = {};
  const take = (pattern: RegExp): string | undefined => {
    const match = pattern.exec(rest);
    if (!match) return undefined;
    rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
    return match[1] ?? match[0];
  };
  const taken = take(TAKEN);
  if (taken !== undefined) entry['last_taken'] = taken;
  for (let more = true; more;) {
    more = false;
    if (take(AGREED) !== undefined) {
      entry['prescriber_agrees'] = true;
      more = true;
    }
    if (take(STOPPED) !== undefined) {
      entry['still_taking'] = false;
      more = true;
    }
    const reason = entry['taken_for'] === undefined ? take(REASON) : undefined;
    if (reason !== undefined) {
      entry['taken_for'] = reason;
      more = true;
    }
  }
  return { name: rest.trim(), ...entry };
}
