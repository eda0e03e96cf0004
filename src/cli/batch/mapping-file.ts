import type { SourceShape } from '../../batch/decide-rows.ts';
import { headerFaults, type Mapping } from '../../batch/mapping/read-mapping.ts';
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
