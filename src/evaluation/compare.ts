import type { Comparison } from '../rules/phrase.ts';

export function compare(op: Comparison, value: number, limit: number): boolean {
  switch (op) {
    case 'at-least':
      return value >= limit;
    case 'at-most':
      return value <= limit;
    case 'more-than':
      return value > limit;
    case 'less-than':
      return value < limit;
  }
}
