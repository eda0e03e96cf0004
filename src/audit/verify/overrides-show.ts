import { resultOf } from '../regions/replay.ts';
import type { Law, Ruling } from './law.ts';

export const overridesShow: Law = {
  id: 'overrides-show',
  says: 'Whatever a site overrides shows in every result.',
  rule(bench): Ruling {
    const shown = resultOf({}, bench)?.ruleset.overrides.map(({ parameter }) => parameter) ?? [];
    const hidden = bench.screener.site.overrides.filter(
      ({ parameter }) => !shown.includes(parameter),
    );
    if (hidden.length > 0)
      return {
        status: 'refuted',
        regions: 1,
        basis: `${hidden.map(({ parameter }) => parameter).join(', ')} does not show`,
        witness: {},
      };
    return {
      status: 'proved',
      regions: 1,
      basis:
        'what a result lists does not hang on the answers, and the healthy patient’s lists them all',
    };
  },
};
