import { join, relative } from 'node:path';

import type { RuleBody } from '../rules/rule-set.ts';
import type { LoadedRules } from '../rules/load.ts';
import { usesOf } from '../audit/uses.ts';
import { positionAt, type Span } from '../source/diagnostic.ts';
import { readYaml } from '../source/yaml-document.ts';
import type { History, Revision } from '../report/rules/history-text.ts';
import { git } from './git.ts';

/** Something that is declared with an id. */
interface Declared {
  readonly kind: 'rules' | 'parameters';
  readonly id: string;
  readonly span: Span;
}

/** Its lines in the last commit, counted from one. */
interface Committed {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  readonly isAsWritten: boolean;
}

/** The commits that changed the text of a rule or of a parameter that it names; undefined where git has none of it. */
export function historyOf(rule: RuleBody, rules: LoadedRules, folder: string): History | undefined {
  const { parameters } = usesOf({
    ...rules.ruleSet,
    rules: [rule],
    definitions: [],
    tables: [],
    questions: [],
  });
  const declared = [
    { kind: 'rules' as const, id: rule.id },
    ...[...parameters].map((id) => ({ kind: 'parameters' as const, id })),
  ].flatMap(({ kind, id }): Declared[] => {
    const span = rules.spans.get(`${kind}:${id}`);
    return span ? [{ kind, id, span }] : [];
  });
  const committed = declared.map((each) => committedPart(each, folder));
  const known = committed.filter((each) => each !== undefined);
  if (known.length === 0) return undefined;
  const ranges = known.map(({ first, last, file }) => `-L${first},${last}:${file}`);
  const log = git(['log', '--no-patch', '--date=short', `--format=${FORMAT}`, ...ranges], folder);
  if (log === undefined) return undefined;
  return {
    revisions: log.split('\n').flatMap(revisionIn),
    isCommitted: committed.every((each) => each?.isAsWritten === true),
  };
}

const FORMAT = '%H%x09%ad%x09%aN%x09%s';

function revisionIn(line: string): Revision[] {
  const [commit = '', on = '', by = '', ...subject] = line.split('\t');
  return /^[0-9a-f]{40}/.test(commit) ? [{ commit, on, by, subject: subject.join('\t') }] : [];
}

function committedPart({ kind, id, span }: Declared, folder: string): Committed | undefined {
  const file = relative(folder, span.source.file);
  const text = git(['show', `HEAD:./${file}`], folder);
  if (text === undefined) return undefined;
  const { value, locate } = readYaml({ file: join(folder, file), text });
  const index = declaredIn(value, kind).indexOf(id);
  if (index === -1) return undefined;
  const { start, end } = locate([kind, index]);
  const written = text.slice(start, end).trimEnd();
  return {
    file,
    first: positionAt(text, start).line,
    last: positionAt(text, start + written.length).line,
    isAsWritten: written === span.source.text.slice(span.start, span.end).trimEnd(),
  };
}

/** The ids of a part of a file, in its order. */
function declaredIn(file: unknown, kind: Declared['kind']): unknown[] {
  if (typeof file !== 'object' || file === null) return [];
  const part = Object.entries(file).find(([key]) => key === kind)?.[1] as unknown;
  return Array.isArray(part) ? part.map((each: { readonly id?: unknown } | null) => each?.id) : [];
}
