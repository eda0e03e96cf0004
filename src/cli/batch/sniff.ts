/** What a file is, by what stands at its beginning or by what its user says. */
export type Format = 'csv' | 'tsv' | 'json' | 'ndjson' | 'xlsx' | 'parquet';

/** `json` is one array; `document` a single object over several lines. */
export type Kind = 'table' | 'array' | 'lines' | 'document' | 'xlsx' | 'parquet';

export type Wide = 'utf-16le' | 'utf-16be';

export function sniffKind(head: Buffer, format: Format | undefined): Kind {
  if (format === 'csv' || format === 'tsv') return 'table';
  if (format === 'ndjson') return 'lines';
  if (format === 'xlsx' || format === 'parquet') return format;
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'xlsx';
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet';
  const start = textOf(head)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('[')) return 'array';
  if (!start.startsWith('{')) return 'table';
  // An object over several lines breaks off its first one where JSON cannot end.
  const [first = '', ...more] = start.split('\n');
  return more.length > 0 && /[{[,:]\s*$/.test(first) ? 'document' : 'lines';
}

/** UTF-16 by its mark, or by every other byte of the first ones being zero. */
export function sniffWide(head: Buffer): Wide | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.length < 4) return undefined;
  const start = head.subarray(0, Math.min(64, head.length - (head.length % 2)));
  const zeros = (from: number): boolean =>
    [...start].every((byte, index) => index % 2 !== from || byte === 0);
  if (zeros(1)) return 'utf-16le';
  return zeros(0) ? 'utf-16be' : undefined;
}

function textOf(head: Buffer): string {
  const wide = sniffWide(head);
  return wide === undefined ? head.toString('utf8') : new TextDecoder(wide).decode(head);
}
