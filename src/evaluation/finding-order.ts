import { canonicalJson } from '../rules/canonical.ts';
import { compareText } from '../source/compare-text.ts';
import type { Disposition, Urgency } from '../rules/schema/common.ts';
import type { Finding } from './result.ts';

/** From the most restrictive on, as people are told them. */
export const DISPOSITIONS: readonly Disposition[] = ['hold', 'contact-physician', 'go'];
const URGENCIES: readonly Urgency[] = ['emergency', 'same-day', 'routine'];

/** In order, and what is the same to the last ground said once: a medicine may stand in a list twice. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings
    .toSorted(moreRestrictive)
    .filter((finding, index, sorted) => !isSame(finding, sorted[index - 1]));
}

function isSame(a: Finding, b: Finding | undefined): boolean {
  return (
    a.rule === b?.rule &&
    a.subject === b.subject &&
    a.message === b.message &&
    canonicalJson(a) === canonicalJson(b)
  );
}

/** Emergencies first, then by disposition and urgency; then in an order that the input cannot change. */
function moreRestrictive(a: Finding, b: Finding): number {
  return (
    Number(b.urgency === 'emergency') - Number(a.urgency === 'emergency') ||
    DISPOSITIONS.indexOf(a.disposition) - DISPOSITIONS.indexOf(b.disposition) ||
    URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
    compareText(a.rule, b.rule) ||
    compareText(a.subject, b.subject) ||
    compareText(a.message, b.message)
  );
}

/** What stands at the head of a finding, or of a whole result. */
export type Headline = Pick<Finding, 'disposition' | 'urgency'>;

/** Whether it is at least as restrictive, and at least as urgent. */
export function isAtLeast(found: Headline, least: Headline): boolean {
  return (
    DISPOSITIONS.indexOf(found.disposition) <= DISPOSITIONS.indexOf(least.disposition) &&
    URGENCIES.indexOf(found.urgency) <= URGENCIES.indexOf(least.urgency)
  );
}

/** Of findings, or of the results of several patients; a go when there are none. */
export function mostRestrictive(all: readonly Pick<Finding, 'disposition'>[]): Disposition {
  return (
    DISPOSITIONS.find((disposition) => all.some((each) => each.disposition === disposition)) ?? 'go'
  );
}

export function mostUrgent(findings: readonly Pick<Finding, 'urgency'>[]): Urgency {
  return (
    URGENCIES.find((urgency) => findings.some((each) => each.urgency === urgency)) ?? 'routine'
  );
}
