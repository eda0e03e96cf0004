import { describe, expect, test, vi } from 'vitest';
import { strToU8, zipSync } from 'fflate';

import { OUTPUT_COLUMNS } from '../../../src/batch/output-row.ts';
import { readSheetRows, writeSheet } from '../../../src/cli/batch/sheet.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet as Excel stores it: dates are numbers whose style says so. */
function workbook(rows: string, date1904 = false, second?: string): Uint8Array {
  const names = second === undefined ? ['1'] : ['1', '2'];
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': strToU8(relations(relation('r1', 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${names.map((each) => `<sheet name="S${each}" sheetId="${each}" r:id="s${each}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations(
        names
          .map((each) => relation(`s${each}`, 'worksheet', `worksheets/sheet${each}.xml`))
          .join('') + relation('r2', 'styles', 'styles.xml'),
      ),
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${MAIN}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/><xf numFmtId="22" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': sheetXml(rows),
    ...(second === undefined ? {} : { 'xl/worksheets/sheet2.xml': sheetXml(second) }),
  });
}

function sheetXml(rows: string): Uint8Array {
  return strToU8(
    `<worksheet xmlns="${MAIN}"><dimension ref="A1:C9"/><sheetData>${rows}</sheetData></worksheet>`,
  );
}

const text = (at: string, value: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const header = `<row r="2">${text('A2', 'id')}${text('B2', 'vaccine.on')}${text('C2', 'procedure.at')}</row>`;

test('of a sheet with titles, the names of the columns stand where they are said to', async () => {
  const title = `<row r="1">${text('A1', 'Week of 23 Nov')}</row>`;
  const row = `<row r="4">${text('A4', '1024')}</row>`;
  const { header: names, rows } = await readSheetRows(workbook(title + header + row), 'x.xlsx', 2);
  expect(names).toEqual(['id', 'vaccine.on', 'procedure.at']);
  expect(rows.map(({ line, record }) => [line, record])).toEqual([[4, 1]]);
});

describe('a sheet', () => {
  test.each([
    ['1900', 46_350, false],
    ['1904', 46_350 - 1462, true],
  ])('has its dates in the epoch of %s', async (_, day, date1904) => {
    const row = `<row r="4"><c r="A4"><v>1024</v></c><c r="B4" s="1"><v>${day}</v></c><c r="C4" s="2"><v>${day + 0.375}</v></c></row>`;
    const sheet = await readSheetRows(workbook(header + row, date1904), 'x.xlsx');
    expect(sheet.header).toEqual(['id', 'vaccine.on', 'procedure.at']);
    expect(sheet.rows).toEqual([
      {
        record: 1,
        line: 4,
        raw: '1024,2026-11-24,2026-11-24T09:00',
        content: { kind: 'cells', cells: ['1024', '2026-11-24', '2026-11-24T09:00'] },
      },
    ]);
  });

  test('that is none is told plainly', async () => {
    await expect(readSheetRows(new Uint8Array([80, 75, 3, 4]), 'x.xlsx')).rejects.toThrow(
      'x.xlsx: it is no XLSX file',
    );
  });

  test('beside another that holds something too is refused, as it is not told which is meant', async () => {
    const both = workbook(header, false, header);
    await expect(readSheetRows(both, 'x.xlsx')).rejects.toThrow('2 of its sheets hold something');
  });

  test('of results is read back, formulas made plain', async () => {
    const bytes = await sheetOf(OUTPUT_COLUMNS.map((name) => (name === 'id' ? '=1+1' : 'x')));
    const sheet = await readSheetRows(bytes, 'x.xlsx');
    expect(sheet.header).toEqual([...OUTPUT_COLUMNS]);
    expect(sheet.rows[0]?.content).toMatchObject({
      cells: ["'=1+1", 'x', ...OUTPUT_COLUMNS.slice(2).map(() => 'x')],
    });
  });

  test('holds what a cell can hold, and shows where it was cut', async () => {
    const odd = 'a<b & "c"\u0001_x0041_ \uD800é';
    const bytes = await sheetOf(['A-1', odd, 'x'.repeat(40_000)]);
    const { rows } = await readSheetRows(bytes, 'x.xlsx');
    const cells = rows[0]?.content.kind === 'cells' ? rows[0].content.cells : [];
    expect(cells.slice(0, 2)).toEqual(['A-1', 'a<b & "c"\uFFFD_x0041_ \uFFFDé']);
    expect(cells[2]).toBe(`${'x'.repeat(32_766)}…`);
  });

  test('is the same bytes for the same rows, whenever it is written', async () => {
    const row = OUTPUT_COLUMNS.map((name) => name);
    const before = await sheetOf(row);
    vi.useFakeTimers({ now: Date.now() + 86_400_000 });
    const after = await sheetOf(row);
    vi.useRealTimers();
    expect(after.equals(before)).toBe(true);
  });
});

async function sheetOf(...rows: readonly (readonly string[])[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await writeSheet(rows, (bytes) => void parts.push(bytes));
  return Buffer.concat(parts);
}
