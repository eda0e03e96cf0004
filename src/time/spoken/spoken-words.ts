/** Names of days, months and small numbers, as people say them. */

export const WEEKDAY = '(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?';
export const MONTH = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ONE = `\\d+|an?|${NUMBERS.slice(1).join('|')}|(?:a )?couple(?: of)?`;

/** A number, or two as in "2-3" and "two or three". */
export const COUNT = `(${ONE})(?:\\s*(?:-|or|to)\\s*(${ONE}))?`;

const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1 is Monday. */
export function weekdayOf(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 2)) + 1;
}

/** 1 is January. */
export function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

export function countOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  if (words === 'a' || words === 'an') return 1;
  return words.includes('couple') ? 2 : NUMBERS.indexOf(words);
}
