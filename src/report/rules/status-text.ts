import type { ReadApproval } from '../../audit/approvals/read-approvals.ts';
import { isPastReview } from '../../audit/approvals/past-review.ts';
import type {
  RemovedRule,
  RuleSignature,
  SignatureState,
  SignatureStatus,
} from '../../audit/approvals/signature-status.ts';
import { STATES } from '../../audit/approvals/signature-status.ts';
import type { Day } from '../../time/day.ts';
import { formatLocalDay } from '../../time/format-local.ts';
import type { Palette } from '../palette.ts';
import { bullet, labelled, wrap, WIDTH } from '../wrap.ts';

/** Each state in words, as a heading and in a count. */
export const STATE_WORDS: Readonly<Record<SignatureState, string>> = {
  unsigned: 'not signed',
  'stale-meaning': 'changed in meaning since signed',
  'stale-wording': 'changed in wording since signed',
  'second-signature': 'waiting for a second signature',
  signed: 'signed',
};

export interface StatusTextOptions {
  readonly name: string;
  readonly today: Day;
  readonly palette: Palette;
}

/** Which rules are signed, for a terminal. */
export function statusText(
  { rules, removed }: SignatureStatus,
  { name, today, palette }: StatusTextOptions,
): string {
  const groups = STATES.map((state) => rules.filter((each) => each.state === state));
  const due = rules.filter(({ rule }) => isPastReview(rule, today));
  const ignored = rules.flatMap(({ approvals }) => approvals.filter(({ doubt }) => doubt));
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', palette.heading(title), ...lines];
  const stateLines = (state: SignatureState, index: number): string[] => {
    const group = groups[index] ?? [];
    return section(`${capital(STATE_WORDS[state])} (${group.length})`, groupLines(state, group));
  };
  const lines = [
    ...wrap(`Signatures of ${name}, as of ${formatLocalDay(today)}`, WIDTH),
    ...STATES.flatMap((state, index) => (state === 'unsigned' ? [] : stateLines(state, index))),
    ...section(
      `Past their review date (${due.length})`,
      due.flatMap(({ rule }) => bullet(`${rule.id}: to be reviewed by ${rule.review_by}`)),
    ),
    ...section(`Signed once, and gone (${removed.length})`, removed.flatMap(removedLines)),
    ...section(`Approvals that do not count (${ignored.length})`, ignored.flatMap(doubtLines)),
    // The longest list of most clinics: what asks for something stands above it.
    ...stateLines('unsigned', STATES.indexOf('unsigned')),
    '',
    ...wrap(countsText(groups, due.length, removed.length), WIDTH),
  ];
  return `${lines.join('\n')}\n`;
}

function countsText(groups: readonly (readonly unknown[])[], due: number, removed: number): string {
  const all = groups.reduce((sum, group) => sum + group.length, 0);
  const counts = STATES.flatMap((state, index) => {
    const count = groups[index]?.length ?? 0;
    return count === 0 ? [] : [`${count} ${STATE_WORDS[state]}`];
  });
  return [
    `${all} rules: ${counts.join(', ')}.`,
    ...(due === 0 ? [] : [`${due} past their review date.`]),
    ...(removed === 0 ? [] : [`${removed} removed without two signatures.`]),
  ].join(' ');
}

function groupLines(state: SignatureState, group: readonly RuleSignature[]): string[] {
  if (group.length === 0) return [];
  if (state === 'unsigned')
    return wrap(group.map(({ rule }) => rule.id).join(', '), WIDTH - 2).map((line) => `  ${line}`);
  return group.flatMap((each) => bullet(`${each.rule.id}: ${signatureText(each)}`));
}

/** How it stands with the signatures of one rule, after its name. */
export function signatureText({ state, by, changed, approvals }: RuleSignature): string {
  const last = approvals.findLast(({ doubt }) => doubt === undefined);
  if (!last) return STATE_WORDS.unsigned;
  if (state === 'stale-meaning')
    return `last signed by ${signerText(last)}; changed since: ${changed.join(', ')}`;
  if (state === 'stale-wording')
    return `last signed by ${signerText(last)}; only words and sources changed since`;
  if (state === 'second-signature')
    return `signed by ${by.join(', ')}; it changed since it was approved, and was not proved to be no looser: two persons sign`;
  const own = approvals.filter((each) => each.meaning === last.meaning && each.doubt === undefined);
  return own.map(signerText).join('; ');
}

/** "Dr A. Example (clinic physician) on 2026-11-24, with a key". */
function signerText({ by, role, on, isSealed }: ReadApproval): string {
  return `${by} (${role}) on ${on}${isSealed ? ', with a key' : ''}`;
}

function removedLines({ rule, by }: RemovedRule): string[] {
  const who = by.length === 0 ? 'nobody has approved that' : `approved by ${by.join(', ')} only`;
  return bullet(`${rule}: ${who}; two persons sign that a rule is removed`);
}

function doubtLines(approval: ReadApproval): string[] {
  return bullet(`${approval.rule}, ${signerText(approval)}: ${approval.doubt ?? ''}`);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The signatures of one rule, and what changed since, below the rule itself. */
export function signaturesText(signature: RuleSignature): string {
  const { state, approvals } = signature;
  const lines = [
    ...labelled(
      'signature',
      state === 'signed' ? 'signed' : signatureText(signature),
      SIGNATURE_COLUMN,
    ),
    ...approvals.flatMap((each) => labelled('', entryText(each), SIGNATURE_COLUMN)),
  ];
  return `${lines.join('\n')}\n`;
}

const SIGNATURE_COLUMN = 14;

function entryText(approval: ReadApproval): string {
  const { comment, doubt, meaning } = approval;
  return [
    `${signerText(approval)}: meaning ${shortDigest(meaning)}`,
    ...(comment === undefined ? [] : [comment]),
    ...(doubt === undefined ? [] : [`does not count: ${doubt}`]),
  ].join('. ');
}

function shortDigest(digest: string): string {
  return digest.slice(0, 19);
}
