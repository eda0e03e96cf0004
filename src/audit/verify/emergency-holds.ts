import type { Law, Ruling } from './law.ts';

export const emergencyHolds: Law = {
  id: 'emergency-holds',
  says: 'An emergency is always a hold too.',
  rule({ screener }): Ruling {
    const { rules } = screener.prepared.ruleSet;
    const wrong = rules.filter(
      ({ urgency, outcome, message }) =>
        urgency === 'emergency' && (outcome !== 'hold' || message === undefined),
    );
    const count = rules.filter(({ urgency }) => urgency === 'emergency').length;
    if (wrong.length > 0)
      return {
        status: 'refuted',
        regions: rules.length,
        basis: `${wrong.map(({ id }) => id).join(', ')} is an emergency and no hold`,
      };
    return {
      status: 'proved',
      regions: rules.length,
      basis: `each of the ${count} rules with that urgency holds, and only a rule that fired is an emergency`,
    };
  },
};
