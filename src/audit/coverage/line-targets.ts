/** All that is to be shown of the lines of the tables: each name, each word, and both sides of each time. */
import type { PreparedRules } from '../../evaluation/context.ts';
import { withTable } from '../../evaluation/prepared.ts';
import type { TableRow } from '../../rules/rule-set.ts';
import type { Span } from '../../source/diagnostic.ts';
import { amountText, movedBy } from '../moved.ts';
import {
  comparedColumns,
  decidingCells,
  type Line,
  linesOf,
  namesOf,
  withCell,
  withLine,
  withoutName,
} from '../table-lines.ts';
import { readersOf } from '../other-medicines.ts';
import type { Trial } from '../trials.ts';
import { placeOf, type Spans } from './places.ts';
import type { Target } from './target.ts';

/** What a trial says under rules; `moments`: the hours of the instructions too. */
export type Said = (trial: Trial, prepared: PreparedRules, moments: boolean) => string;

export function lineTargets(prepared: PreparedRules, spans: Spans, said: Said): Target[] {
  const compared = comparedColumns(prepared.ruleSet);
  const readers = new Map(
    prepared.ruleSet.tables.map(({ id }) => [
      id,
      new Set(readersOf(id, prepared).map(({ body }) => body.id)),
    ]),
  );
  return linesOf(prepared.ruleSet).flatMap((line) => {
    const span = placeOf(`rows:${line.table.id}:${line.index}`, spans);
    const around = { prepared, span, readers: readers.get(line.table.id) ?? NOBODY, said };
    return changesOf(line, compared).map((change) => lineTarget(line, change, around));
  });
}

const NOBODY: ReadonlySet<string> = new Set();

interface LineChange {
  readonly kind: 'lines' | 'boundaries';
  readonly says: string;
  readonly row: TableRow | undefined;
  readonly name?: string;
  readonly moments: boolean;
}

function changesOf(line: Line, compared: ReadonlySet<string>): LineChange[] {
  const { row } = line;
  const label = namesOf(line).join(', ');
  const names = namesOf(line).map((name): LineChange => ({
    kind: 'lines',
    says: `\`${name}\` in its line`,
    row: withoutName(row, name),
    name,
    moments: true,
  }));
  const cells = decidingCells(line).flatMap(([column, cell]): LineChange[] => {
    const moments = !compared.has(column);
    if (typeof cell === 'object' && 'unit' in cell) {
      return ([-1, 1] as const).flatMap((by): LineChange[] => {
        const moved = movedBy(cell, by);
        if (typeof moved !== 'object') return [];
        const [low, high] = by === 1 ? [cell, moved] : [moved, cell];
        const says = `${label}: \`${column}\` between ${amountText(low)} and ${amountText(high)}`;
        return [{ kind: 'boundaries', says, row: withCell(row, column, moved), moments }];
      });
    }
    if (typeof cell === 'string')
      return [{ kind: 'lines', says: `${label}: \`${column}: ${cell}\``, row: withCell(row, column, undefined), moments: true }];
    return cell.map((word): LineChange => ({
      kind: 'lines',
      says: `${label}: \`${column}\` has \`${word}\``,
      row: withCell(row, column, cell.filter((each) => each !== word)),
      moments: true,
    }));
  });
  return [...names, ...cells];
}

interface Around {
  readonly prepared: PreparedRules;
  readonly span: Span;
  /** The rules that go through the lines of the table. */
  readonly readers: ReadonlySet<string>;
  readonly said: Said;
}

function lineTarget(
  line: Line,
  { kind, says, row, name, moments }: LineChange,
  { prepared, span, readers, said }: Around,
): Target {
  const ruleSet = withLine(prepared.ruleSet, line, ...(row ? [row] : []));
  let made: PreparedRules | undefined;
  const other = (): PreparedRules => (made ??= withTable(prepared, ruleSet, line.table.id));
  const names = name === undefined ? namesOf(line) : [name];
  const isAbout = ({ of, context }: Trial): boolean =>
    (!('rule' in of) || readers.has(of.rule)) &&
    context.medicines.some(({ ingredients, classes }) =>
      names.some((each) => (line.row.drug ? ingredients : classes).has(each)),
    );
  return {
    kind,
    of: line.table.id,
    says,
    span,
    shows: (trial) =>
      isAbout(trial) && said(trial, prepared, moments) !== said(trial, other(), moments),
    want: { is: 'line', line, other },
  };
}
