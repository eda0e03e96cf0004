/** Cases as JUnit's XML, which most build servers read. */
import { escapeHtml } from '../page/html.ts';
import type { Grounds } from './note.ts';

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

/** Each suite says how many rules there are, and how many of them nobody signed. */
export function junitText(cases: readonly JunitCase[], grounds: Grounds): string {
  const suites = [...new Set(cases.map(({ suite }) => suite))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts(cases)}>`,
    ...suites.flatMap((suite) => suiteLines(suite, cases, grounds)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteLines(suite: string, all: readonly JunitCase[], grounds: Grounds): string[] {
  const cases = all.filter((each) => each.suite === suite);
  return [
    `  <testsuite name="${escapeHtml(suite)}" ${counts(cases)}>`,
    '    <properties>',
    ...Object.entries(grounds).map(
      ([name, value]) => `      <property name="${name}" value="${value}"/>`,
    ),
    '    </properties>',
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
