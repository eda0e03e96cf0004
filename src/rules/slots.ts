import type { RuleBody } from './rule-set.ts';

const SLOT = /\{([a-z0-9_.-]+)\}/g;

/** The {names} in the texts of a rule, which are filled in when it speaks. */
export function slotsOf({
  message = '',
  action = '',
  instructions = [],
}: Pick<RuleBody, 'message' | 'action' | 'instructions'>): string[] {
  return [message, action, ...instructions.map(({ text }) => text)].flatMap((text) =>
    [...text.matchAll(SLOT)].map(([, name = '']) => name),
  );
}
