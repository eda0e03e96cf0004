/** The patient sheet as a PDF in large type, tagged for those who hear it. The same sheet gives the same bytes. */
import PdfKit from 'pdfkit';

import type { PatientSheet } from '../../report/papers/patient-sheet.ts';

type Document = InstanceType<typeof PdfKit>;

const SIZE = { title: 22, heading: 18, body: 14, foot: 11 };
const MARGIN = 54;
const BOX = 13;
const INDENT = 24;
const FONTS = { plain: 'Helvetica', bold: 'Helvetica-Bold' };

/** One block of text, with the tag that a screen reader goes by. */
interface Block {
  readonly tag: 'H1' | 'H2' | 'P' | 'LI';
  readonly text: string;
  /** In bold above the text. */
  readonly lead?: string;
  readonly size?: number;
  readonly mark?: 'box' | 'dot' | 'frame' | 'rule' | undefined;
}

/** `madeAt`, in milliseconds since 1970, is the date of the file. */
export async function patientPdf(
  sheet: PatientSheet,
  { id, madeAt }: { readonly id: string; readonly madeAt: number },
): Promise<Uint8Array> {
  const date = new Date(madeAt);
  const document = new PdfKit({
    size: 'LETTER',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: sheet.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: sheet.title, Producer: 'prescreen', Creator: 'prescreen', CreationDate: date },
  });
  const bytes = collected(document);
  const root = document.struct('Document');
  document.addStructure(root);
  for (const block of blocksOf(sheet)) {
    const laid = lay(document, block);
    root.add(document.struct(block.tag, {}, () => draw(document, block.mark, laid)));
  }
  root.end();
  numberPages(document, id);
  document.end();
  return bytes;
}

function blocksOf(sheet: PatientSheet): Block[] {
  const { title, clinic, warning, isEmergency, steps, stepsTitle, groups, foot } = sheet;
  const whom = sheet.facts.map(({ name, text }): Block => ({
    tag: 'P',
    text: `${name}: ${text.text}`,
  }));
  const state = sheet.status.map(({ text }, index): Block => {
    if (index > 0) return { tag: 'P', text };
    return { tag: 'P', text, mark: 'frame', ...(isEmergency ? { size: SIZE.title } : {}) };
  });
  return [
    { tag: 'P', text: clinic, size: SIZE.foot },
    { tag: 'H1', text: title },
    ...(warning === '' ? [] : [{ tag: 'P', text: warning, mark: 'frame' } as const]),
    ...(isEmergency ? [...state, ...whom] : [...whom, ...state]),
    ...(steps.length === 0 ? [] : [{ tag: 'H2', text: stepsTitle } as const]),
    ...steps.map(({ when, what, isProcedure }): Block => ({
      tag: 'LI',
      lead: when,
      text: what.text,
      mark: isProcedure ? undefined : 'box',
    })),
    ...groups.flatMap(({ title: name, items }): Block[] => [
      { tag: 'H2', text: name },
      ...items.map(({ text }): Block => ({ tag: 'LI', text, mark: 'dot' })),
    ]),
    { tag: 'P', text: foot, size: SIZE.foot, mark: 'rule' },
  ];
}

const HEADING = { H1: SIZE.title, H2: SIZE.heading };

interface Part {
  readonly text: string;
  readonly font: string;
}

/** A block as it is drawn, where there is room for all of it. */
interface Laid {
  readonly parts: readonly Part[];
  readonly points: number;
  readonly indent: number;
  readonly width: number;
  readonly height: number;
}

/** Measures a block, and starts a new page when it does not fit on this one. */
function lay(document: Document, { tag, text, lead, size, mark }: Block): Laid {
  const isHeading = tag === 'H1' || tag === 'H2';
  const points = size ?? (isHeading ? HEADING[tag] : SIZE.body);
  const indent = tag === 'LI' || mark === 'frame' ? INDENT : 0;
  const width = document.page.width - 2 * MARGIN - indent - (mark === 'frame' ? INDENT : 0);
  const parts = [
    ...(lead === undefined ? [] : [{ text: printable(lead), font: FONTS.bold }]),
    { text: printable(text), font: isHeading || mark === 'frame' ? FONTS.bold : FONTS.plain },
  ];
  const height = parts.reduce(
    (sum, part) =>
      sum + document.font(part.font).fontSize(points).heightOfString(part.text, { width }),
    0,
  );
  if (tag === 'H2' || mark === 'frame') document.moveDown(0.6);
  // A heading stays with what follows it.
  const needed = height + (isHeading ? 4 * SIZE.body : 0);
  if (document.y + needed > document.page.height - MARGIN) document.addPage();
  return { parts, points, indent, width, height };
}

function draw(document: Document, mark: Block['mark'], laid: Laid): void {
  const { parts, points, indent, width, height } = laid;
  drawMark(document, mark, { top: document.y, height });
  for (const { text, font } of parts) {
    document
      .font(font)
      .fontSize(points)
      .text(text, MARGIN + indent, document.y, { width });
  }
  document.x = MARGIN;
  document.moveDown(mark === 'frame' ? 0.9 : 0.45);
}

function drawMark(
  document: Document,
  mark: Block['mark'],
  { top, height }: { readonly top: number; readonly height: number },
): void {
  if (mark === 'box') document.lineWidth(1.2).rect(MARGIN, top, BOX, BOX).stroke();
  if (mark === 'rule') {
    const right = document.page.width - MARGIN;
    document.lineWidth(0.5).moveTo(MARGIN, top).lineTo(right, top).stroke();
    document.y += 6;
  }
  if (mark === 'dot') document.circle(MARGIN + 8, top + 6, 2.5).fill('black');
  if (mark === 'frame') {
    const width = document.page.width - 2 * MARGIN;
    document
      .lineWidth(2)
      .rect(MARGIN, top - 6, width, height + 8)
      .stroke();
  }
}

/** Whose sheet it is and which page of how many, at the foot of each. */
function numberPages(document: Document, id: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // Written below the margin, where text would otherwise start a new page.
    document.page.margins.bottom = 0;
    document.markContent('Artifact', { type: 'Pagination' });
    document
      .font(FONTS.plain)
      .fontSize(SIZE.foot)
      .text(printable(`${id}   ${page + 1} / ${count}`), MARGIN, document.page.height - 36, {
        width: document.page.width - 2 * MARGIN,
        align: 'right',
        lineBreak: false,
      });
    document.endMarkedContent();
  }
}

/** The standard fonts of PDF know the letters of western languages; anything else is a question mark. */
function printable(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e\u00a1-\u00ff‘’“”–—…•€]/gu, '?');
}

function collected(document: Document): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
