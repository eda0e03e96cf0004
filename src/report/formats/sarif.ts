/** Notes as a SARIF 2.1.0 log, for code scanning. */
import { positionAt } from '../../source/diagnostic.ts';
import { unsignedText } from '../grounds-text.ts';
import { type Grounds, type Note, repositoryPath } from './note.ts';

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const;

/** `kinds` says what each code means, `grounds` how many rules nobody signed, where the rules load. */
export function sarif(
  notes: readonly Note[],
  kinds: ReadonlyMap<string, string>,
  grounds: Grounds | undefined,
): unknown {
  const codes = [...new Set(notes.map(({ code }) => code))].toSorted();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'prescreen',
            rules: codes.map((id) => ({
              id,
              shortDescription: { text: kinds.get(id) ?? id },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: notes.map((note) => resultOf(note, codes)),
        ...(grounds ? saidOf(grounds) : {}),
      },
    ],
  };
}

function saidOf(grounds: Grounds): object {
  const notification = { level: 'note', message: { text: unsignedText(grounds) } };
  return {
    properties: grounds,
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: [notification] }],
  };
}

function resultOf(note: Note, codes: readonly string[]): unknown {
  const { code, level, about, lines, span } = note;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[level],
    message: { text: lines.join('\n') },
    ...(span ? { locations: [{ physicalLocation: placeOf(span) }] } : {}),
    // Not of the line: a rule that is moved is no new alert.
    partialFingerprints: { 'prescreen/1': `${code}:${about}:${lines[0] ?? ''}` },
  };
}

function placeOf(span: NonNullable<Note['span']>): unknown {
  const start = positionAt(span.source.text, span.start);
  const end = positionAt(span.source.text, span.end);
  return {
    artifactLocation: { uri: encodeURI(repositoryPath(span)) },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}
