import { existsSync } from 'node:fs';

import { appendApproval } from '../../audit/approvals/append-approval.ts';
import { approve, type Signer } from '../../audit/approvals/approve.ts';
import { isNoLooser } from '../../audit/approvals/no-looser.ts';
import { digestsOf } from '../../audit/approvals/rule-digests.ts';
import { signableOf } from '../../audit/approvals/signed-parts.ts';
import type { Bench } from '../../audit/regions/bench.ts';
import { approvedText } from '../../report/rules/approved-text.ts';
import type { Approval } from '../../rules/schema/approvals.ts';
import { formatDay } from '../../time/day.ts';
import { approvalsIn, hash, readSigned, type SignedRules, statusOf } from '../approvals.ts';
import { paletteFor } from '../colour.ts';
import { dayOf } from '../day-of.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { approvalsFileOf, readText } from '../files.ts';
import type { GlobalOptions } from '../options.ts';
import { rulesAt, rulesLastApproved } from '../rules-at.ts';
import { noSuchRule } from '../no-such-rule.ts';
import { sealWith } from '../signing-key.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { writeWhole } from '../write-whole.ts';

export interface ApproveOptions extends GlobalOptions {
  readonly by: string;
  readonly role: string;
  readonly comment?: string;
  readonly on?: string;
  readonly key?: string;
  readonly against?: string;
}

/** Writes to the approvals of the rules that a person approves these rules as they stand. */
export function approveRules(
  ids: readonly string[],
  options: ApproveOptions,
  terminal: Terminal,
): ExitCode {
  const signed = readSigned(options, terminal);
  checkIds(ids, signed);
  const { bench, approvals, folder } = signed;
  const { entries, already } = approve(ids, signerOf(options, signed, terminal), {
    rules: signableOf(bench),
    approvals,
    hash,
    isNoLooser: proofAgainst(options, signed, terminal),
  });
  const file = approvalsFileOf(folder);
  write(file, entries);
  const after = approvalsIn(folder, bench.screener.site);
  if (options.json)
    print(
      terminal,
      JSON.stringify({ schema: 'prescreen.rules-approve/1', file, entries, already }, null, 2),
    );
  else {
    const palette = paletteFor(terminal, options.color !== false);
    const status = statusOf(bench, after);
    print(
      terminal,
      approvedText(entries, {
        file,
        already,
        status,
        ruleSet: bench.screener.prepared.ruleSet,
        palette,
      }),
    );
  }
  return EXIT.done;
}

/** Rules that there are; or that were signed and are gone, which is approved like any other change. */
function checkIds(ids: readonly string[], { status }: SignedRules): void {
  const known = [
    ...status.rules.map(({ rule }) => rule.id),
    ...status.removed.map(({ rule }) => rule),
  ];
  for (const id of ids) {
    if (known.includes(id)) continue;
    throw noSuchRule(id, known);
  }
}

function signerOf(options: ApproveOptions, { bench }: SignedRules, terminal: Terminal): Signer {
  const { by, role, comment, key } = options;
  const { zone, site } = bench.screener;
  for (const [name, text] of Object.entries({ by, role, comment })) {
    if (text !== undefined && text.trim() === '') throw new Trouble(`--${name} is empty`);
  }
  const today = zone.dayOf(terminal.now());
  const day = dayOf(options.on, '--on') ?? today;
  if (day > today) throw new Trouble(`--on: ${formatDay(day)} is still to come`);
  return {
    by: by.trim(),
    role: role.trim(),
    on: formatDay(day),
    ...(comment === undefined ? {} : { comment: comment.trim() }),
    ...(key === undefined ? {} : { seal: sealWith(key, by, site, terminal) }),
  };
}

/**
 * Holds a rule against its text as it was approved, where that is at hand: at the place that --against names, else in
 * the commit that last changed the approvals.
 */
function proofAgainst(
  { against, site }: ApproveOptions,
  { bench, folder }: SignedRules,
  terminal: Terminal,
): (rule: string, earlier: string) => boolean {
  let before: Bench | 'nowhere' | undefined;
  return (id, earlier) => {
    before ??=
      against === undefined
        ? (rulesLastApproved(folder, site, terminal)?.bench ?? 'nowhere')
        : rulesAt(against, site, terminal).bench;
    if (before === 'nowhere') return false;
    const rule = before.screener.prepared.ruleSet.rules.find((each) => each.id === id);
    if (!rule || digestsOf(rule, signableOf(before), hash).meaning !== earlier) return false;
    return isNoLooser(id, before, bench);
  };
}

function write(file: string, entries: readonly Approval[]): void {
  if (entries.length === 0) return;
  const text = existsSync(file) ? readText(file).text : undefined;
  writeWhole(file, appendApproval(text, ...entries));
}
