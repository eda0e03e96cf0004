import { isReference } from '../../rules/phrase.ts';
import type { RuleBody } from '../../rules/rule-set.ts';
import { type Audited, type Check, type Fault, placeOf } from '../check.ts';
import { conditionsText } from './duplicate-rule.ts';

export const contradictoryInstructions: Check = {
  code: 'contradictory-instructions',
  severity: 'error',
  explanation:
    'An instruction that names one time and is due at another, or two rules for the same patients of which one says go ' +
    'and the other does not, or that plan differently for the same medicine: whoever reads both cannot do both. ' +
    'Decide which of them is meant, and correct the other.',
  *run(audited) {
    const { rules } = audited.rules.ruleSet;
    for (const rule of rules) yield* misdated(rule, audited);
    yield* opposed(audited);
  },
};

const SLOT = /\{([a-z0-9_.-]+)\}/g;

/** Instructions whose words name another length of time than the one after which they are due. */
function* misdated({ id, instructions = [] }: RuleBody, audited: Audited): Generator<Fault> {
  const { parameters } = audited.rules.ruleSet;
  for (const { at, text } of instructions) {
    const due = at?.before ?? at?.after;
    if (!isReference(due)) continue;
    const times = [...text.matchAll(SLOT)]
      .map(([, name = '']) => name)
      .filter((name) => typeof parameters[name]?.value === 'object');
    if (times.length === 0 || times.includes(due.ref)) continue;
    yield {
      message: `\`${id}\` tells of \`${times.join('`, `')}\` in an instruction that is due by \`${due.ref}\``,
      span: placeOf(audited, `rules:${id}`),
    };
  }
}

/** Rules with the same conditions that want different things. */
function* opposed(audited: Audited): Generator<Fault> {
  const first = new Map<string, RuleBody>();
  for (const rule of audited.rules.ruleSet.rules) {
    const key = conditionsText(rule);
    const known = first.get(key);
    if (!known) {
      first.set(key, rule);
      continue;
    }
    const differs = (['outcome', 'plan'] as const).find((each) => rule[each] !== known[each]);
    if (differs === undefined) continue;
    yield {
      message: `\`${rule.id}\` and \`${known.id}\` hold for the same patients, and differ in their ${differs}`,
      span: placeOf(audited, `rules:${rule.id}`),
    };
  }
}
