import { parseDay } from '../../time/day.ts';
import { type Check, placeOf } from '../check.ts';

export const reviewDue: Check = {
  code: 'review-due',
  severity: 'warning',
  explanation:
    'A rule is reviewed by its date, because guidelines and labels change. Read its sources again, correct the rule ' +
    'if they changed, and move the date.',
  *run(audited) {
    const { ruleSet } = audited.rules;
    const dated = [
      ...ruleSet.rules.map(({ id, review_by }) => ({ id, review_by, key: `rules:${id}` })),
      ...ruleSet.definitions.map(({ id, review_by }) => ({
        id,
        review_by,
        key: `definitions:${id}`,
      })),
    ];
    for (const { id, review_by: date, key } of dated) {
      const day = parseDay(date);
      if (day === undefined || day >= audited.today) continue;
      yield { message: `\`${id}\` was to be reviewed by ${date}`, span: placeOf(audited, key) };
    }
  },
};
