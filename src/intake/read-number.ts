import type { Question } from '../rules/schema/question.ts';
import { found, type Read } from './fault.ts';

type Fault = Extract<Read<number>, { fault: unknown }>['fault'];
type NumberQuestion = Extract<Question, { type: 'number' }>;

/** A comma before three digits may part thousands as well as decimals, so it is neither. */
const PATTERN = /^(-?\d+(?:\.\d+|,\d{1,2})?)(?![\d.,])\s*(\S.*)?$/;

/** Reads a number, in the question's unit or in another that it accepts when that is written with the value. */
export function readNumber(question: NumberQuestion, value: unknown): Read<number> {
  const match = typeof value === 'string' ? PATTERN.exec(value.trim()) : null;
  const number =
    typeof value === 'number' ? value : Number(match?.[1]?.replace(',', '.') ?? Number.NaN);
  const unit = match?.[2]?.trim();
  if (!Number.isFinite(number)) {
    return {
      fault: {
        code: 'wrong-type',
        message: `found ${found(value)}, expected a number${inUnit(question)}`,
      },
    };
  }
  if (unit === undefined || sameUnit(unit, question.unit ?? '')) return inRange(question, number);
  const other = question.also?.find((each) => sameUnit(unit, each.unit));
  if (other) {
    const converted = number * other.multiply + (other.add ?? 0);
    const read = inRange(question, Math.round(converted * 100) / 100);
    return 'fault' in read ? { fault: inOther(read.fault, number, other.unit) } : read;
  }
  return { fault: { code: 'wrong-type', message: wrongUnit(question, unit) } };
}

/** With the number as it was given; what is often mistaken for ours may be right in another unit. */
function inOther({ code, message }: Fault, number: number, unit: string): Fault {
  return { code, message: message.replace('found ', `found \`${number}\` in ${unit}, which is `) };
}

function wrongUnit({ unit, also = [] }: NumberQuestion, given: string): string {
  const units = [unit, ...also.map((each) => each.unit)].filter((each) => each !== undefined);
  const expected = units.length > 0 ? `a number in ${units.join(' or ')}` : 'a plain number';
  return `found ${found(given)} after the number, expected ${expected}`;
}

function inRange(question: NumberQuestion, number: number): Read<number> {
  const [low, high] = question.between;
  if (number >= low && number <= high) {
    if (question.whole && !Number.isInteger(number)) {
      return {
        fault: { code: 'wrong-type', message: `found \`${number}\`, expected a whole number` },
      };
    }
    return { value: number };
  }
  return {
    fault: {
      code: 'implausible-value',
      message: `found \`${number}\`, expected ${low} to ${high}${inUnit(question)}`,
      ...(question.slip === undefined ? {} : { help: question.slip }),
    },
  };
}

function inUnit({ unit }: NumberQuestion): string {
  return unit === undefined ? '' : ` ${unit}`;
}

function sameUnit(a: string, b: string): boolean {
  const plain = (unit: string): string => unit.toLowerCase().replaceAll(/[\s°]/g, '');
  return plain(a) === plain(b);
}
