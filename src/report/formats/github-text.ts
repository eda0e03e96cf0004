/** Notes as the workflow commands of GitHub Actions, which shows them beside the lines that they are about. */
import { positionAt } from '../../source/diagnostic.ts';
import { unsignedText } from '../grounds-text.ts';
import { type Grounds, type Note, repositoryPath } from './note.ts';

/** GitHub shows ten of a level for a step and drops the others without a word. */
const SHOWN = 10;

/** `grounds` says how many rules nobody signed, where the rules load. */
export function githubText(notes: readonly Note[], grounds: Grounds | undefined): string {
  const told = [...(grounds ? [unsignedNote(grounds)] : []), ...notes];
  const lines = (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const all = told.filter((note) => note.level === level);
    if (all.length <= SHOWN) return all.map(commandOf);
    const more = all.length - SHOWN + 1;
    return [
      ...all.slice(0, SHOWN - 1).map(commandOf),
      `::${level} title=and ${more} more::${data(`${more} more of these are in the whole report`)}`,
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function unsignedNote(grounds: Grounds): Note {
  return { code: 'signatures', level: 'notice', about: '', lines: [unsignedText(grounds)] };
}

function commandOf({ code, level, about, lines, span }: Note): string {
  const title = `title=${property(`${code} ${about}`.trim())}`;
  return `::${level} ${[...(span ? placeOf(span) : []), title].join(',')}::${data(lines.join('\n'))}`;
}

function placeOf(span: NonNullable<Note['span']>): string[] {
  const start = positionAt(span.source.text, span.start);
  const end = positionAt(span.source.text, Math.max(span.start, span.end - 1));
  return [
    `file=${property(repositoryPath(span))}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column + 1}`] : []),
  ];
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
