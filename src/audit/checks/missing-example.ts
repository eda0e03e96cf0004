import { type Check, placeOf } from '../check.ts';

export const missingExample: Check = {
  code: 'missing-example',
  severity: 'error',
  explanation:
    'Every rule carries an example that fires and one that does not, on both sides of its boundary. They are the ' +
    'rule’s tests: a threshold that is moved by mistake breaks one of them. Add the missing example under the rule.',
  *run(audited) {
    for (const { id } of audited.rules.ruleSet.rules) {
      const own = audited.rules.examples.filter(({ rule }) => rule === id);
      for (const expect of ['fires', 'does not fire'] as const) {
        if (own.some(({ example }) => example.expect === expect)) continue;
        yield {
          message: `\`${id}\` has no example that ${expect}`,
          span: placeOf(audited, `rules:${id}`),
        };
      }
    }
  },
};
