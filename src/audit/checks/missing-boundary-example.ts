import { canBeTried, type Check } from '../check.ts';
import { shownIn } from '../coverage/shown-in.ts';

export const missingBoundaryExample: Check = {
  code: 'missing-boundary-example',
  severity: 'warning',
  explanation:
    'No example or case has an answer within one unit of a threshold on one of its sides, so a threshold that is moved ' +
    'by one unit breaks no test. `rules coverage` prints an example for the side that is missing, ready to paste.',
  *run(audited) {
    if (!canBeTried(audited)) return;
    for (const { target, by } of shownIn(audited, 'thresholds')) {
      if (by) continue;
      yield {
        message: `\`${target.of}\` has no example with ${target.says}`,
        span: target.span,
        help: `see \`prescreen rules coverage ${target.of}\``,
      };
    }
  },
};
