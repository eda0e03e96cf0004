import { type Check, placeOf } from '../check.ts';

export const emptyPeriod: Check = {
  code: 'empty-period',
  severity: 'error',
  explanation:
    'What is in force `from` a day `until` another holds from the first day on, up to but not including the second. ' +
    'When the second is not after the first it never holds, for anybody. The later values of a parameter stand in the ' +
    'order of their days, and no two from the same day. Correct the dates.',
  *run(audited) {
    const { rules, tables, parameters } = audited.rules.ruleSet;
    const places = [
      ...rules.map(({ id, from, until }) => ({
        what: `\`${id}\``,
        key: `rules:${id}`,
        from,
        until,
      })),
      ...tables.flatMap(({ id, rows }) =>
        rows.map(({ drug, class: classes, from, until }) => ({
          what: `the line of ${(drug ?? classes ?? []).join(', ')}`,
          key: `tables:${id}`,
          from,
          until,
        })),
      ),
    ];
    for (const { what, key, from, until } of places) {
      if (from === undefined || until === undefined || from < until) continue;
      yield {
        message: `${what} is never in force: from ${from} until ${until}`,
        span: placeOf(audited, key),
      };
    }
    for (const { id, later = [] } of Object.values(parameters)) {
      for (const [index, { from }] of later.entries()) {
        const before = later[index - 1]?.from;
        if (before === undefined || before < from) continue;
        yield {
          message: `the value of \`${id}\` from ${from} stands after that from ${before}`,
          span: placeOf(audited, `parameters:${id}`),
        };
      }
    }
  },
};
