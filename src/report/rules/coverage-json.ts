import type { Coverage } from '../../audit/coverage/coverage.ts';
import type { Gap } from '../../audit/coverage/gaps.ts';
import { formatPlace } from '../../source/diagnostic.ts';
import { countsOf } from './coverage-text.ts';

const STATUS = { example: 'missing', impossible: 'impossible', open: 'not-proved' } as const;

/** The coverage for machines: `prescreen.rules-coverage/1`. */
export function coverageJson(coverage: Coverage, gaps: readonly Gap[]): object {
  const { shown, examples, cases } = coverage;
  return {
    schema: 'prescreen.rules-coverage/1',
    examples,
    cases,
    counts: countsOf(coverage).map(({ kind, covered, all }) => ({ kind, covered, of: all })),
    shown: shown.map(({ target, by }) => ({
      kind: target.kind,
      of: target.of,
      says: target.says,
      at: formatPlace(target.span),
      by: by ? { name: by.name, at: formatPlace(by.span) } : null,
    })),
    gaps: gaps.map(({ targets, suggested }) => ({
      status: STATUS[suggested.is],
      says: targets.map(({ of, says, span }) => ({ of, says, at: formatPlace(span) })),
      ...(suggested.is === 'example' ? { example: suggested.suggestion } : {}),
      ...(suggested.is === 'open' ? { because: suggested.because } : {}),
      ...(suggested.is === 'impossible' ? { regions: suggested.regions } : {}),
    })),
  };
}
