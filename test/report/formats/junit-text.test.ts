import { expect, test } from 'vitest';

import { junitText } from '../../../src/report/formats/junit-text.ts';

test('cases stand in their suites and are counted, beside the rules that nobody signed', () => {
  const text = junitText(
    [
      { suite: 'diff', name: 'fever' },
      {
        suite: 'diff',
        name: 'a < b',
        trouble: { is: 'failure', type: 'looser', lines: ['HOLD -> GO', 'a & b'] },
      },
      {
        suite: 'laws',
        name: 'never',
        trouble: { is: 'error', type: 'open', lines: ['NOT PROVED'] },
      },
    ],
    { rules: 3, unsigned: 2 },
  );
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1" errors="1">
  <testsuite name="diff" tests="2" failures="1" errors="0">
    <properties>
      <property name="rules" value="3"/>
      <property name="unsigned" value="2"/>
    </properties>
    <testcase classname="diff" name="fever"/>
    <testcase classname="diff" name="a &lt; b">
      <failure type="looser" message="HOLD -&gt; GO">a &amp; b</failure>
    </testcase>
  </testsuite>
  <testsuite name="laws" tests="1" failures="0" errors="1">
    <properties>
      <property name="rules" value="3"/>
      <property name="unsigned" value="2"/>
    </properties>
    <testcase classname="laws" name="never">
      <error type="open" message="NOT PROVED"></error>
    </testcase>
  </testsuite>
</testsuites>
`);
});
