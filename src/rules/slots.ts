import type { RuleBody } from './rule-set.ts';

const SLOT = /\{([a-z0-9_.-]+)\}/g;

/** The {names} in the texts of a rule, which are filled in when it speaks. */
export function slotsOf({
  message = '',
  action = '',
  ask_prescriber: asks = '',
  instructions = [],
}: Pick<RuleBody, 'message' | 'action' | 'ask_prescriber' | 'instructions'>): string[] {
  return [message, action, asks, ...instructions.map(({ text }) => text)].flatMap(namesIn);
}

/** The {names} that a text leaves open, in its order. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(SLOT)].map(([, name = '']) => name);
}

/** The texts between the {names}, and these, by turns. */
export function splitAtSlots(text: string): string[] {
  return text.split(SLOT);
}

/** A text with its {names} filled in; one without a value stays as it is. */
export function fillSlots(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(SLOT, (slot, name: string) => values[name] ?? slot);
}
