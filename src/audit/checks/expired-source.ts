import { parseDay } from '../../time/day.ts';
import { type Check, placeOf } from '../check.ts';
import { groundsIn } from './missing-source.ts';

export const expiredSource: Check = {
  code: 'expired-source',
  severity: 'warning',
  explanation:
    'A rule stands on a source that is past its `valid_until`, or that another one supersedes (`superseded_by`). Read ' +
    'the edition that is in force, correct the rule if it changed, and cite that one.',
  *run(audited) {
    const { sources } = audited.rules.ruleSet;
    for (const { id, valid_until: until, superseded_by: by } of sources) {
      const day = until === undefined ? undefined : parseDay(until);
      const why =
        by !== undefined
          ? `superseded by \`${by}\``
          : day !== undefined && day < audited.today
            ? `valid until ${until}`
            : undefined;
      if (why === undefined) continue;
      for (const { id: reader, key, cited } of groundsIn(audited)) {
        if (!cited.some((each) => each.id === id)) continue;
        yield {
          message: `\`${reader}\` cites \`${id}\`, which is ${why}`,
          span: placeOf(audited, key),
        };
      }
    }
  },
};
