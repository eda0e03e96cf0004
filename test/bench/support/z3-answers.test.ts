import { describe, expect, it } from 'vitest';

import { type Z3Answer, z3Report } from '../../../bench/support/z3-answers.ts';

const AGREES: Z3Answer = { rule: 'a', is: 'agrees', regions: 7 };
const DIFFERS: Z3Answer = { rule: 'b', is: 'differs', patient: 'INR 1.4' };
const UNDECIDED: Z3Answer = { rule: 'c', is: 'undecided', why: 'no answer in time (3 tries)' };

describe('the report of what z3 said', () => {
  it('ends well when every rule agrees', () => {
    expect(z3Report([AGREES])).toEqual({
      lines: ['z3: 1 rules, 1 agree (7 regions), 0 differ, 0 undecided'],
      exitCode: 0,
    });
  });

  it('names what is undecided and is then never a success', () => {
    const { lines, exitCode } = z3Report([AGREES, UNDECIDED]);
    expect(lines[0]).toBe('c is undecided: no answer in time (3 tries)');
    expect(exitCode).toBe(3);
  });

  it('fails on a difference, undecided rules beside it or not', () => {
    const { lines, exitCode } = z3Report([UNDECIDED, DIFFERS, AGREES]);
    expect(lines).toContain('b differs: INR 1.4');
    expect(exitCode).toBe(1);
  });

  it('is no success when nothing was asked', () => {
    expect(z3Report([]).exitCode).toBe(3);
  });
});
