/** Cases as JUnit's XML, which most build servers read. */
import { escapeHtml } from '../page/html.ts';

export interface JunitCase {
  readonly suite: string;
  readonly name: string;
  /** None when it passed. A `failure` was shown; an `error` could not be decided. */
  readonly trouble?: {
    readonly is: 'failure' | 'error';
    readonly type: string;
    readonly lines: readonly string[];
  };
}

export function junitText(cases: readonly JunitCase[]): string {
  const suites = [...new Set(cases.map(({ suite }) => suite))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts(cases)}>`,
    ...suites.flatMap((suite) => suiteLines(suite, cases)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteLines(suite: string, all: readonly JunitCase[]): string[] {
  const cases = all.filter((each) => each.suite === suite);
  return [
    `  <testsuite name="${escapeHtml(suite)}" ${counts(cases)}>`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ];
}

function caseLines({ suite, name, trouble }: JunitCase): string[] {
  const open = `    <testcase classname="${escapeHtml(suite)}" name="${escapeHtml(name)}"`;
  if (!trouble) return [`${open}/>`];
  const { is, type, lines } = trouble;
  const [first = '', ...rest] = lines.map(escapeHtml);
  return [
    `${open}>`,
    `      <${is} type="${escapeHtml(type)}" message="${first}">${rest.join('\n')}</${is}>`,
    '    </testcase>',
  ];
}

function counts(cases: readonly JunitCase[]): string {
  const of = (kind: 'failure' | 'error'): number =>
    cases.filter(({ trouble }) => trouble?.is === kind).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}"`;
}
