/** What z3 said of each rule, in words and as an exit code. */

export type Z3Answer = { readonly rule: string } & (
  | { readonly is: 'agrees'; readonly regions: number }
  | { readonly is: 'differs'; readonly patient: string }
  | { readonly is: 'undecided'; readonly why: string }
);

export interface Z3Report {
  readonly lines: readonly string[];
  /** 1: a rule differs; 3: a rule was not compared to the end; 0: all agree. */
  readonly exitCode: 0 | 1 | 3;
}

export function z3Report(answers: readonly Z3Answer[]): Z3Report {
  const lines: string[] = [];
  const counts = { agrees: 0, differs: 0, undecided: 0 };
  let regions = 0;
  for (const answer of answers) {
    counts[answer.is] += 1;
    if (answer.is === 'agrees') regions += answer.regions;
    else if (answer.is === 'differs') lines.push(`${answer.rule} differs: ${answer.patient}`);
    else lines.push(`${answer.rule} is undecided: ${answer.why}`);
  }
  const { agrees, differs, undecided } = counts;
  lines.push(
    `z3: ${answers.length} rules, ${agrees} agree (${regions} regions), ${differs} differ, ${undecided} undecided`,
  );
  // Nothing asked is nothing shown.
  const exitCode = differs > 0 ? 1 : undecided > 0 || answers.length === 0 ? 3 : 0;
  return { lines, exitCode };
}
