import type { SourceShape } from '../../batch/decide-rows.ts';
import { headerFaults, type Mapping } from '../../batch/mapping/read-mapping.ts';
import { REJECT_PREFIX } from '../../batch/table-answers.ts';
import { Trouble } from '../trouble.ts';

/** A column that the mapping does not know, or that is gone, may be an answer that would be lost. */
export function checkHeader(
  { file, header }: SourceShape,
  mapping: Mapping,
  facts: ReadonlySet<string> = new Set(),
): void {
  if (!header || header.length === 0) return;
  const { unknown, absent } = headerFaults(header, mapping, facts);
  const lines = [
    ...absent.map((name) => `  \`${name}\` is asked for by the mapping and is no column`),
    ...unknown.map(
      (name) =>
        `  \`${name}\` is a column of which the mapping says nothing: map it, or name it under \`ignore:\``,
    ),
  ];
  if (lines.length > 0)
    throw new Trouble(`${file}: the mapping does not fit its columns\n${lines.join('\n')}`);
}

/** Without a mapping, columns are named by the questions: a file in which none is would be rejected row by row. */
export function checkColumns({ file, header }: SourceShape, facts: ReadonlySet<string>): void {
  const names = (header ?? []).filter((name) => name !== '' && !name.startsWith(REJECT_PREFIX));
  if (names.length === 0 || names.some((name) => facts.has(name))) return;
  const shown = names.slice(0, SHOWN).map((name) => `\`${name}\``);
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  throw new Trouble(
    `${file}: none of its columns is named like a question of this screen: ${shown.join(', ')}${more}\n` +
      `  a first mapping is suggested, to be reviewed and given by --map mapping.yaml:\n` +
      `    prescreen batch ${quoted(file)} --suggest-map > mapping.yaml\n` +
      '  or, if the names stand further down, below a title, say on which line: --header-row LINE',
  );
}

const SHOWN = 8;

/** As a shell takes it for one word. */
function quoted(file: string): string {
  return /[\s'&()]/.test(file) ? `"${file}"` : file;
}
