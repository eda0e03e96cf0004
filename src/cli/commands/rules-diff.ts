import { diffRules, type RulesDiff } from '../../audit/diff/diff.ts';
import { writtenDifferently } from '../../audit/diff/parts.ts';
import { plainSaid } from '../../audit/diff/witness.ts';
import { together } from '../../audit/diff/together.ts';
import type { Bench } from '../../audit/regions/bench.ts';
import { githubText } from '../../report/formats/github-text.ts';
import { junitText } from '../../report/formats/junit-text.ts';
import { sarif } from '../../report/formats/sarif.ts';
import { rulesDiffMarkdown } from '../../report/rules/rules-diff-markdown.ts';
import {
  DIFF_KINDS,
  type PlaceOf,
  rulesDiffCases,
  rulesDiffNotes,
} from '../../report/rules/rules-diff-notes.ts';
import { rulesDiffText, scopeLines } from '../../report/rules/rules-diff-text.ts';
import { beforeAndAfter } from '../../report/rules/transition-words.ts';
import type { PartPlace } from '../../report/rules/written-parts.ts';
import { unsignedText } from '../../report/grounds-text.ts';
import { groundsAmong } from '../approvals.ts';
import { Progress } from '../batch/progress.ts';
import { benchesOn } from '../benches-on.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readText } from '../files.ts';
import type { GlobalOptions } from '../options.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { formatPlace } from '../../source/diagnostic.ts';
import type { RulesAt } from '../rules-at.ts';
import { rulesAtBoth } from '../rules-at-both.ts';
import { complain, print, type Terminal } from '../terminal.ts';

export interface DiffOptions extends GlobalOptions {
  readonly format: 'text' | 'json' | 'markdown' | 'github' | 'sarif' | 'junit';
  readonly expect?: string;
  readonly on?: string;
  readonly records?: string;
}

/** What the rules at one place decide otherwise than those at another; exits 1 when there is a difference. */
export async function diffRulesAt(
  before: string,
  after: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const [old, now] = await rulesAtBoth([before, after], options, terminal);
  const both: readonly [Bench, Bench] = [old.bench, now.bench];
  const progress = new Progress(terminal, true, 'rules compared');
  const told = (compared: number, of: number): void => progress.count(compared, of);
  const diffs = benchesOn(both, options.on, terminal).map(
    ({ benches: [first, second], during }) => ({ ...diffRules(first, second, told), during }),
  );
  progress.end();
  const [only, ...others] = diffs;
  const diff = together(
    String(now.bench.healthy['procedure.at']),
    diffs,
    others.length > 0 || !only ? writtenDifferently(...both) : only.parts,
  );
  const grounds = groundsAmong(now.texts, now.bench);
  print(
    terminal,
    written(
      { diff, grounds, placeOf: placesIn([now, old]), partPlace: partPlaces(now, old) },
      options,
      terminal,
    ),
  );
  return options.expect === undefined
    ? exitOf(diff)
    : againstExpected(diff, options.expect, terminal);
}

interface Told {
  readonly diff: RulesDiff;
  /** How many of the new rules are not signed. */
  readonly grounds: ReturnType<typeof groundsAmong>;
  readonly placeOf: PlaceOf;
  readonly partPlace: PartPlace;
}

function written(
  { diff, grounds, placeOf, partPlace }: Told,
  { json, format, color }: DiffOptions,
  terminal: Terminal,
): string {
  switch (json === true ? 'json' : format) {
    case 'json':
      return JSON.stringify({ ...plainDiff(diff), signatures: grounds }, null, 2);
    case 'markdown':
      return `${rulesDiffMarkdown(diff, partPlace)}\n${unsignedText(grounds)}\n`;
    case 'github':
      return githubText(rulesDiffNotes(diff, placeOf), grounds);
    case 'sarif':
      return JSON.stringify(sarif(rulesDiffNotes(diff, placeOf), DIFF_KINDS, grounds), null, 2);
    case 'junit':
      return junitText(rulesDiffCases(diff), grounds);
    case 'text':
      return `${rulesDiffText(diff, paletteFor(terminal, color !== false), partPlace)}\n${unsignedText(grounds)}`;
  }
}

function placesIn(all: readonly RulesAt[]): PlaceOf {
  const spans = all.map(({ rules }) => rules.spans);
  return (id) => {
    // What becomes of a question is called `required: bleeding.inr`.
    const question = id.slice(id.lastIndexOf(' ') + 1);
    return spans
      .flatMap((each) => each.get(`rules:${id}`) ?? each.get(`questions:${question}`) ?? [])
      .at(0);
  };
}

/** Where a part stands in the new rules, or the old ones where it was removed. */
function partPlaces(now: RulesAt, old: RulesAt): PartPlace {
  return ({ kind, id, before, after }) => {
    const { spans, ruleSet } = (after === undefined ? old : now).rules;
    const key = kind === 'table' ? lineKey(ruleSet, after ?? before) : `${kind}s:${id}`;
    const span = key === undefined ? undefined : spans.get(key);
    return span && formatPlace(span);
  };
}

function lineKey({ tables }: RuleSet, line: unknown): string | undefined {
  const wanted = canonicalJson(line);
  for (const { id, rows } of tables)
    for (const [index, row] of rows.entries())
      if (canonicalJson(row) === wanted) return `rows:${id}:${index}`;
  return undefined;
}

function exitOf({ parts, changes }: RulesDiff): ExitCode {
  if (changes.some(({ verdict }) => verdict === 'changes' || verdict === 'words'))
    return EXIT.failed;
  if (changes.some(({ verdict }) => verdict === 'not-proved')) return EXIT.rejected;
  return parts.length > 0 ? EXIT.failed : EXIT.done;
}

/** Holds the changes against a file of lines such as `fasting.clear-liquid: HOLD -> GO`. */
function againstExpected(diff: RulesDiff, file: string, terminal: Terminal): ExitCode {
  const wanted = readText(file)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const found = announced(diff);
  const unexpected = found.filter((line) => !wanted.includes(line));
  const absent = wanted.filter((line) => !found.includes(line));
  for (const line of unexpected) complain(terminal, `not announced: ${line}`);
  for (const line of absent) complain(terminal, `announced, but not found: ${line}`);
  if (unexpected.length + absent.length > 0) return EXIT.failed;
  return diff.changes.some(({ verdict }) => verdict === 'not-proved') ? EXIT.rejected : EXIT.done;
}

/** The changes of headlines, a line each, as an announcement names them. */
function announced({ changes }: RulesDiff): string[] {
  const lines = changes.flatMap(({ id, transitions }) =>
    transitions.map((transition) => `${id}: ${beforeAndAfter(transition).join(' -> ')}`),
  );
  return [...new Set(lines)].toSorted();
}

function plainDiff(diff: RulesDiff): object {
  const { parts, changes, untouched, rules } = diff;
  return {
    schema: 'prescreen.rules-diff/1',
    parts,
    changes: changes.map(({ id, verdict, transitions, regions, because, during }) => ({
      id,
      ...(during === undefined ? {} : { during }),
      verdict,
      regions,
      ...(because === undefined ? {} : { because }),
      transitions: transitions.map(({ direction, witness, masked }) => ({
        direction,
        answers: witness.answers,
        before: plainSaid(witness.before),
        after: plainSaid(witness.after),
        ...(masked ? { rule: { before: masked[0], after: masked[1] } } : {}),
        replayed: true,
      })),
    })),
    announced: announced(diff),
    scope: { rules, untouched, basis: scopeLines(diff) },
  };
}
