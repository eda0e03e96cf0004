/**
 * A workbook of one sheet of texts, written as its rows come. The libraries that write workbooks hold all rows at once
 * and stamp the time into the file; this one has room for as many as a sheet, and the same bytes for the same rows.
 */
import { Zip, ZipDeflate } from 'fflate';

export interface Column {
  readonly name: string;
  /** In characters. */
  readonly width: number;
}

/** What a cell holds at most, in UTF-16 units. */
const LONGEST = 32_767;
/** Characters that are compressed together. */
const TOGETHER = 1 << 18;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OF_SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The number of a cell's style in `xl/styles.xml`. */
const STYLE = { bold: 1, wrapped: 2 } as const;

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OF_SHEETS}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${OF_SHEETS}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${OF_SHEETS}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Worklist" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
};

/** The first row, of at most 26 columns, stays in sight and filters the others. */
export function writeWorkbook(
  columns: readonly Column[],
  rows: Iterable<readonly string[]>,
  write: (bytes: Uint8Array) => void,
): void {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  for (const [name, text] of Object.entries(PARTS)) partOf(zip, name)(HEAD + text, true);
  const push = partOf(zip, 'xl/worksheets/sheet1.xml');
  let text = sheetStart(columns);
  let count = 1;
  for (const row of rows) {
    count += 1;
    text += rowText(row, count, STYLE.wrapped);
    if (text.length < TOGETHER) continue;
    push(text, false);
    text = '';
  }
  const last = `${letterOf(columns.length - 1)}${count}`;
  push(`${text}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`, true);
  zip.end();
}

function partOf(zip: Zip, name: string): (text: string, isLast: boolean) => void {
  const part = new ZipDeflate(name);
  // The first day that a ZIP file knows, wherever it is read.
  part.mtime = '1980-01-01T00:00';
  zip.add(part);
  return (text, isLast) => part.push(Buffer.from(text), isLast);
}

function sheetStart(columns: readonly Column[]): string {
  const cols = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const names = columns.map(({ name }) => name);
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${rowText(names, 1, STYLE.bold)}`;
}

function rowText(values: readonly string[], number: number, style: number): string {
  const cells = values.map((value, index) =>
    value === ''
      ? ''
      : `<c r="${letterOf(index)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`,
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

function letterOf(index: number): string {
  return String.fromCodePoint('A'.charCodeAt(0) + index);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Cut where a cell ends, and that is seen; without what no XML holds, and without what Excel reads as an escape. */
function cellText(value: string): string {
  const whole = value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
  return whole
    .replaceAll(/[&<>]/g, (char) => ESCAPES[char] ?? '')
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu, '\uFFFD');
}
