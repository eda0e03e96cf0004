/** Reads `approvals.yaml` and holds it against itself: no entry may be altered, left out, moved or forged. */
import { canonicalJson } from '../../rules/canonical.ts';
import { type Approval, approvalsFile } from '../../rules/schema/approvals.ts';
import type { Site } from '../../rules/site.ts';
import type { Diagnostic, Parsed, SourceText, Span } from '../../source/diagnostic.ts';
import { parseYamlWith } from '../../source/parse-with.ts';
import type { Hash } from './rule-digests.ts';

/** What the machine has to do for it. */
export interface Seals {
  readonly hash: Hash;
  /** Whether a signature of the text was made with the private half of the key. */
  readonly isSigned: (text: string, signature: string, key: string) => boolean;
}

/** An entry, and why it counts for nothing, if it does. */
export interface ReadApproval extends Approval {
  readonly doubt?: string;
  /** Its signature was made with the key that the site lists under the name. */
  readonly isSealed: boolean;
}

/** The hash of an entry: of all that it says, the hash of the entry before included. */
export function hashOf(approval: Omit<Approval, 'hash' | 'signature'>, hash: Hash): string {
  const { hash: _hash, signature: _signature, ...said } = approval as Approval;
  return hash(canonicalJson(said));
}

export function readApprovals(
  source: SourceText,
  { approvers }: Pick<Site, 'approvers'>,
  seals: Seals,
): Parsed<readonly ReadApproval[]> {
  const parsed = parseYamlWith(approvalsFile, source);
  if (!parsed.ok) return parsed;
  const { approvals } = parsed.value.value;
  const place = (index: number): Span => parsed.value.document.locate(['approvals', index]);
  const diagnostics = [
    ...chainFaults(approvals, place, seals.hash),
    ...forgeries(approvals, place, approvers, seals),
  ];
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: approvals.map((each) => judged(each, approvers)) };
}

type Place = (index: number) => Span;

function chainFaults(approvals: readonly Approval[], place: Place, hash: Hash): Diagnostic[] {
  return approvals.flatMap((each, index) => {
    const before = approvals[index - 1]?.hash ?? 'nothing';
    if (hashOf(each, hash) !== each.hash)
      return fault(
        'altered-approval',
        `${named(each)} was altered after it was written`,
        place(index),
      );
    if (each.follows !== before)
      return fault(
        'broken-chain',
        `${named(each)} does not follow what stands before it: something was left out, put in or moved there`,
        place(index),
      );
    return [];
  });
}

function forgeries(
  approvals: readonly Approval[],
  place: Place,
  approvers: Site['approvers'],
  { isSigned }: Seals,
): Diagnostic[] {
  return approvals.flatMap((each, index) => {
    const key = keyOf(each, approvers);
    if (each.signature === undefined || key === undefined) return [];
    if (isSigned(each.hash, each.signature, key)) return [];
    const message = `${named(each)} is not signed with the key that the site lists for ${each.by}`;
    return fault('forged-approval', message, place(index));
  });
}

function fault(code: string, message: string, span: Span): Diagnostic[] {
  return [{ code, severity: 'error', message, span }];
}

function named({ rule, by, on }: Approval): string {
  return `the approval of \`${rule}\` by ${by} on ${on}`;
}

/** Where a site lists keys, only what was signed with one of them counts. */
function judged(approval: Approval, approvers: Site['approvers']): ReadApproval {
  const isSealed = approval.signature !== undefined && keyOf(approval, approvers) !== undefined;
  if (approvers.length === 0 || isSealed) return { ...approval, isSealed };
  const doubt =
    approval.signature === undefined
      ? 'not signed with a key, and the site lists keys'
      : `the site lists no key of ${approval.by}`;
  return { ...approval, isSealed, doubt };
}

function keyOf({ by }: Approval, approvers: Site['approvers']): string | undefined {
  return approvers.find(({ name }) => samePerson(name, by))?.key;
}

/** Names are the same whatever their case and spaces, so that nobody is two persons by a slip. */
export function samePerson(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.,]+/g, ' ')
    .trim();
}
