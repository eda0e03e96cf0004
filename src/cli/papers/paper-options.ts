import { extname } from 'node:path';

import type { Language, PaperKind } from '../../report/papers/paper-source.ts';
import { Trouble } from '../trouble.ts';

/** Which paper, in which language, and where it goes: `check` and `records show` take the same. */
export interface PaperOptions {
  readonly as?: PaperKind;
  readonly language?: Language;
  readonly out?: string;
}

/** Throws when options do not go together: `as` may also be `json`, where a command prints that itself. */
export function checkPaperOptions({
  as: paper,
  json,
  out,
  language,
}: Omit<PaperOptions, 'as'> & { readonly as?: PaperKind | 'json'; readonly json?: boolean }): void {
  if (paper !== undefined && json)
    throw new Trouble('--as prints a paper and --json the result: choose one');
  if ((paper === undefined || paper === 'json') && (out !== undefined || language !== undefined))
    throw new Trouble('--out and --language are of a paper: say which with --as');
}

export type PaperFormat = 'txt' | 'html' | 'pdf' | 'ics';

const FORMATS: Readonly<Record<PaperKind, readonly PaperFormat[]>> = {
  note: ['txt'],
  sbar: ['txt'],
  patient: ['txt', 'html', 'pdf'],
  ics: ['ics'],
};

/** The format that the name of the file asks for. */
export function formatOf(kind: PaperKind, out: string): PaperFormat {
  const possible = FORMATS[kind];
  const asked = possible.find((each) => extname(out).toLowerCase() === `.${each}`);
  if (asked === undefined) {
    const endings = possible.map((each) => `.${each}`).join(', ');
    throw new Trouble(`--out ${out}: \`--as ${kind}\` writes ${endings}; name the file so`);
  }
  return asked;
}
