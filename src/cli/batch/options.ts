import { resolve } from 'node:path';

import type { TextEncoding } from '../../batch/cell-text.ts';
import type { CheckOptions } from '../commands/check.ts';
import { Trouble } from '../trouble.ts';
import { outputKind, type Targets } from './output.ts';
import type { Format } from './sniff.ts';
import type { SourceOptions } from './source.ts';

export interface BatchOptions extends CheckOptions {
  readonly out?: string;
  readonly rejects?: string;
  readonly medicines?: string;
  readonly map?: string;
  readonly suggestMap?: boolean;
  readonly format?: Format;
  readonly delimiter?: string;
  readonly encoding?: TextEncoding;
  readonly headerRow?: string;
  readonly maxRejectShare?: string;
  readonly jobs?: string;
  readonly report?: string;
  readonly names?: boolean;
  readonly resume?: boolean;
  readonly quiet?: boolean;
}

export function sourceOptions({
  format,
  delimiter,
  encoding,
  headerRow,
}: BatchOptions): SourceOptions {
  const char = delimiter === String.raw`\t` ? '\t' : delimiter;
  if (char !== undefined && (char.length !== 1 || '"\r\n'.includes(char)))
    throw new Trouble('--delimiter: it is one character');
  if (headerRow !== undefined && !/^[1-9]\d{0,3}$/.test(headerRow))
    throw new Trouble('--header-row: it is the number of a line, from 1 on');
  return {
    ...(format === undefined ? {} : { format }),
    ...(char === undefined ? {} : { delimiter: char }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(headerRow === undefined ? {} : { headerLine: Number(headerRow) }),
  };
}

/** Where results and rejects go. Input is never written over. */
export function targets(files: readonly string[], options: BatchOptions): Targets {
  const { out, format } = options;
  if (out === undefined)
    throw new Trouble('--out FILE is missing: where the results go, or - for standard output');
  if (out === '-' && options.json === true)
    throw new Trouble('--json prints the summary, so that the results need a file: --out FILE');
  if (out === '-' && options.maxRejectShare !== undefined)
    throw new Trouble(
      '--max-reject-share: what is on standard output cannot be taken back: --out FILE',
    );
  if (options.resume === true && (out === '-' || files.includes('-')))
    throw new Trouble('--resume: it goes on from files to files, not with a stream');
  if (options.report === undefined && (options.names === true || options.language !== undefined))
    throw new Trouble('--names and --language are of the page: --report FILE makes one');
  const output = out === '-' ? outputKind(`results.${format ?? 'csv'}`) : outputKind(out);
  const rejects = options.rejects ?? (out === '-' ? undefined : `${out}.rejects`);
  const inputs = new Set([...files, options.medicines ?? '-'].map((file) => resolve(file)));
  for (const target of [out, rejects, options.report]) {
    if (target !== undefined && target !== '-' && inputs.has(resolve(target)))
      throw new Trouble(`${target}: it is an input too`);
  }
  return { out, output, rejects, maxRejectShare: shareOf(options.maxRejectShare) };
}

function shareOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const share = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text.trim() === '' || !(share >= 0 && share <= 1))
    throw new Trouble('--max-reject-share: write it like 0.1 or 10%');
  return share;
}
