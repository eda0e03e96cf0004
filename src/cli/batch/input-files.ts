import { existsSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';

import { Trouble } from '../trouble.ts';

/** The files that are named, and those that patterns stand for, in the order of their names; `-` is standard input. */
export function inputFiles(patterns: readonly string[]): readonly string[] {
  const files = patterns.flatMap((pattern) => {
    if (pattern === '-' || !/[*?]/.test(pattern) || existsSync(pattern)) return [pattern];
    const found = matching(pattern.replaceAll('\\', '/'));
    if (found.length === 0) throw new Trouble(`${pattern}: no file is named like that`);
    return found;
  });
  return [...new Set(files)];
}

/** For those whose shell does not expand patterns: `*` and `?` within a name, `**` over folders. */
function matching(pattern: string): string[] {
  const parts = pattern.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /[*?]/.test(part)),
  );
  const folder = fixed.join('/') || (pattern.startsWith('/') ? '/' : '.');
  const expression = new RegExp(
    `^${parts.slice(fixed.length).map(partExpression).join('/').replaceAll('(?:.*/)?/', '(?:.*/)?')}$`,
  );
  return readdirSync(folder, {
    recursive: pattern.includes('**') || parts.length > fixed.length + 1,
    encoding: 'utf8',
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.relative(folder, posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name)),
    )
    .filter((name) => expression.test(name))
    .map((name) => posix.join(folder, name))
    .toSorted();
}

function partExpression(part: string): string {
  if (part === '**') return '(?:.*/)?';
  return part
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
}
