import { formatDuration } from '../time/duration.ts';
import { isReference, type Test } from './phrase.ts';

/** A test in the words of the rule files; reading them again gives the same test. */
export function testText(test: Test): string {
  const prefix = `${test.negated ? 'not ' : ''}${test.known ? 'known to be ' : ''}`;
  return `${prefix}${coreText(test)}`;
}

function coreText(test: Test): string {
  switch (test.is) {
    case 'answered':
      return 'answered';
    case 'on-the-day':
      return 'on the day of the procedure';
    case 'after-last-dose':
      return 'after the last dose';
    case 'one-of':
      return isReference(test.values)
        ? `one of {${test.values.ref}}`
        : test.values.map(word).join(' or ');
    case 'includes':
      return `includes ${test.values.join(' or ')}`;
    case 'count':
      return `counts ${comparison(test.op)} ${amount(test.amount)}`;
    case 'number':
      return `${comparison(test.op)} ${amount(test.amount)}`;
    case 'time': {
      const span = isReference(test.amount) ? `{${test.amount.ref}}` : formatDuration(test.amount);
      const op = {
        nearer: 'less than',
        'at-least': 'at least',
        further: 'more than',
        within: 'within',
      }[test.op];
      return `${op} ${span} ${test.side} the procedure`;
    }
  }
}

function word(value: string | boolean): string {
  if (typeof value === 'string') return value;
  return value ? 'yes' : 'no';
}

function comparison(op: string): string {
  return op.replace('-', ' ');
}

function amount(value: number | { readonly ref: string }): string {
  return isReference(value) ? `{${value.ref}}` : String(value);
}
