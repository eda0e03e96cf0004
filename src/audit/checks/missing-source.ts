import type { Citation, Evidence } from '../../rules/schema/common.ts';
import { type Audited, type Check, placeOf } from '../check.ts';

export const missingSource: Check = {
  code: 'missing-source',
  severity: 'warning',
  explanation:
    'What is said to rest on a guideline cites nothing that anybody could look up: none of its sources has a DOI, an ' +
    'address or a place of publication. Add where it was published, or say that the evidence is `unconfirmed` or ' +
    '`clinic-policy`. A label is found by the name of its medicine.',
  *run(audited) {
    const { sources } = audited.rules.ruleSet;
    const found = new Set(
      sources
        .filter(
          (each) =>
            each.doi !== undefined || each.url !== undefined || each.published_in !== undefined,
        )
        .map(({ id }) => id),
    );
    for (const { id, key, evidence, cited } of groundsIn(audited)) {
      if (evidence !== 'guideline' || cited.some((each) => found.has(each.id))) continue;
      yield {
        message: `\`${id}\` is said to rest on a guideline, and none of its sources can be looked up`,
        span: placeOf(audited, key),
      };
    }
  },
};

interface Grounds {
  readonly id: string;
  readonly key: string;
  readonly evidence: Evidence;
  readonly cited: readonly Citation[];
}

/** What rules, definitions and table lines stand on. */
export function groundsIn({ rules: { ruleSet } }: Audited): Grounds[] {
  return [
    ...ruleSet.rules.map(({ id, evidence, sources }) => ({
      id,
      key: `rules:${id}`,
      evidence,
      cited: sources,
    })),
    ...ruleSet.definitions.map(({ id, evidence, sources }) => ({
      id,
      key: `definitions:${id}`,
      evidence,
      cited: sources,
    })),
    ...ruleSet.tables.flatMap(({ id, rows }) =>
      rows.map(({ evidence, sources }, index) => ({
        id,
        key: `rows:${id}:${index}`,
        evidence,
        cited: sources,
      })),
    ),
  ];
}
