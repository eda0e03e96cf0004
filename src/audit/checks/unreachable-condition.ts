import { Apart } from '../apart.ts';
import { type Audited, canBeTried, type Check } from '../check.ts';
import { shownIn } from '../coverage/shown-in.ts';
import type { Shown } from '../coverage/coverage.ts';

export const unreachableCondition: Check = {
  code: 'unreachable-condition',
  severity: 'warning',
  explanation:
    'A condition that no patient can meet, or that every patient meets who comes so far: PROVED, the rule decides the ' +
    'same without it. It misleads whoever reads the rule, and often shows a slip in another condition. Take it out, or ' +
    'correct what keeps it from counting.',
  *run(audited) {
    const suspect = shownIn(audited, 'conditions').filter(({ by }) => !by);
    const open = suspect.filter((each) => !isAboutLookup(each, audited));
    if (open.length === 0 || !canBeTried(audited)) return;
    const apart = new Apart(audited.bench);
    const { prepared } = audited.bench.screener;
    for (const { target } of open) {
      const { want } = target;
      if (want.is !== 'apart') continue;
      const [a, b] = [want.unit, want.other].map((unit) => ({ unit, prepared }));
      if (!a || !b || apart.search(a, b, 'plans', () => true).is !== 'none') continue;
      yield {
        message: `\`${target.of}\` decides the same without ${target.says.replace(/ (not )?met$/, '')}`,
        span: target.span,
      };
    }
  },
};

/** A look-up may be given other values by a site; that none has one of its choices now is no fault. */
function isAboutLookup({ target }: Shown, { rules: { ruleSet } }: Audited): boolean {
  return ruleSet.lookups.some(({ id }) => target.says.startsWith(`\`${id}: `));
}
