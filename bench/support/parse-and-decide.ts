import { readFileSync } from 'node:fs';

import Papa from 'papaparse';

import type { Shipped } from '../../src/cli/in-force.ts';
import { jsonRules, plainNames } from './engines.ts';
import { statedRules } from './stated-rules.ts';

/** A whole file as it is done with well-known parts: rows a second from CSV to the rules that fire, as CSV. */
export async function parseAndDecide(path: string, home: string): Promise<number> {
  const { ruleSet } = JSON.parse(readFileSync(`${home}/dist/shipped.json`, 'utf8')) as Shipped;
  const engine = jsonRules(statedRules(ruleSet));
  const lists = new Set(
    ruleSet.questions.filter(({ type }) => type === 'list').map(({ id }) => id),
  );
  const start = process.hrtime.bigint();
  const text = readFileSync(path, 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const out: (readonly (string | number)[])[] = [];
  for (const row of data) {
    const answers = Object.entries(row).map(
      ([id, cell]) => [id, read(cell, lists.has(id))] as const,
    );
    const fired = await engine.fired(plainNames(Object.fromEntries(answers)));
    out.push([row['id'] ?? '', fired.join(' ')]);
  }
  if (Papa.unparse(out.map((cells) => [...cells])).length === 0)
    throw new Error('nothing came of it');
  return (data.length * 1e9) / Number(process.hrtime.bigint() - start);
}

function read(cell: string, isList: boolean): boolean | number | string | readonly string[] {
  if (isList) return cell.split('; ');
  if (cell === 'yes' || cell === 'no') return cell === 'yes';
  return cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell;
}
