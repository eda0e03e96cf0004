import { type ReadApproval, samePerson } from './read-approvals.ts';

/** The approvals, one after the other, of a rule while it meant the same. */
export interface Version {
  /** The digest, or `removed` where it was approved that the rule is gone. */
  readonly meaning: string;
  readonly approvals: readonly ReadApproval[];
  /** Who signed it; nobody is listed twice. */
  readonly by: readonly string[];
  readonly needed: 1 | 2;
  readonly isApproved: boolean;
}

/**
 * The approvals of one rule that count, by what it meant at the time. The first version needs one person: a new rule
 * can only hold more patients back. Any later one needs two, and so does the removal of the rule, unless it was proved
 * when it was signed that it is no looser than the last that was approved.
 */
export function versionsOf(approvals: readonly ReadApproval[]): Version[] {
  const versions: Version[] = [];
  let approved: string | undefined;
  for (const run of runsOf(approvals.filter(({ doubt }) => doubt === undefined))) {
    const meaning = run[0]?.meaning ?? '';
    const needed = personsNeeded(meaning, approved, run);
    const by = persons(run);
    const isApproved = by.length >= needed;
    if (isApproved) approved = meaning;
    versions.push({ meaning, approvals: run, by, needed, isApproved });
  }
  return versions;
}

/** What the last version that was approved means; undefined when the rule was never approved, or is gone. */
export function lastApproved(versions: readonly Version[]): string | undefined {
  const meaning = versions.findLast(({ isApproved }) => isApproved)?.meaning;
  return meaning === 'removed' ? undefined : meaning;
}

function runsOf(approvals: readonly ReadApproval[]): ReadApproval[][] {
  const runs: ReadApproval[][] = [];
  for (const each of approvals) {
    const run = runs.at(-1);
    if (run?.[0]?.meaning === each.meaning) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

function personsNeeded(
  meaning: string,
  approved: string | undefined,
  approvals: readonly ReadApproval[],
): 1 | 2 {
  if (approved === undefined || approved === 'removed' || approved === meaning) return 1;
  return approvals.some((each) => each.not_looser_than === approved) ? 1 : 2;
}

function persons(approvals: readonly ReadApproval[]): string[] {
  const names: string[] = [];
  for (const { by } of approvals) if (!names.some((name) => samePerson(name, by))) names.push(by);
  return names;
}
