import { canonicalJson } from '../../rules/canonical.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { type Audited, type Check, type Fault, placeOf } from '../check.ts';
import { conditionsText } from './duplicate-rule.ts';

export const brokenSuccession: Check = {
  code: 'broken-succession',
  severity: 'error',
  explanation:
    'Rules with the same conditions but other figures, or lines of a table for the same medicine, of which one has ' +
    'dates, replace each other. Where the later one begins before the earlier one ends, both count, and a figure that ' +
    'was relaxed does not take effect; where it begins later, neither counts in between. Let `from` of the later one be ' +
    '`until` of the earlier one.',
  *run(audited) {
    const groups = new Map<string, Dated[]>();
    for (const part of datedParts(audited.rules.ruleSet))
      groups.set(part.shape, [...(groups.get(part.shape) ?? []), part]);
    for (const group of groups.values()) {
      if (!group.some(({ from, until }) => from !== undefined || until !== undefined)) continue;
      const inOrder = group.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
      for (const [index, later] of inOrder.entries()) {
        const earlier = inOrder[index - 1];
        const fault = earlier && faultBetween(earlier, later, audited);
        if (fault) yield fault;
      }
    }
  },
};

/** A rule, or a line of a table for one medicine. */
interface Dated {
  readonly what: string;
  readonly key: string;
  /** Those of the same shape replace each other. */
  readonly shape: string;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

function datedParts({ rules, tables }: RuleSet): Dated[] {
  const ofRules = rules.map((rule): Dated => {
    const { id, outcome, urgency, from, until } = rule;
    const conditions = conditionsText(rule).replaceAll(AMOUNT, '"amount":0');
    const shape = canonicalJson([conditions, outcome, urgency]);
    return { what: `\`${id}\``, key: `rules:${id}`, shape, from, until };
  });
  const ofLines = tables.flatMap(({ id, rows }) =>
    rows.flatMap(({ drug, class: classes, when, from, until }) =>
      (drug ?? classes ?? []).map((name): Dated => ({
        what: `the line of ${name}`,
        key: `tables:${id}`,
        shape: canonicalJson([id, name, when ?? null]),
        from,
        until,
      })),
    ),
  );
  return [...ofRules, ...ofLines];
}

/** A number, a length of time or the name of a parameter that something is compared with. */
const AMOUNT = /"amount":(?:[-\d.]+|\{[^{}]*\})/g;

function faultBetween(earlier: Dated, later: Dated, audited: Audited): Fault | undefined {
  const { from = 'the beginning' } = later;
  if (earlier.until === later.from && later.from !== undefined) return undefined;
  const overlap = earlier.until === undefined || earlier.until > (later.from ?? '');
  const ends = earlier.until === undefined ? 'never ends' : `ends on ${earlier.until}`;
  return {
    message: `${earlier.what} ${ends}, and ${later.what}, which replaces it, is in force from ${from} on: in between ${overlap ? 'both count' : 'neither counts'}`,
    span: placeOf(audited, later.key),
    help: 'let the later one begin where the earlier one ends',
  };
}
