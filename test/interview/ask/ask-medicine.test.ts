import { describe, expect, test } from 'vitest';

import { callUpTo, HEALTHY } from '../../support/call.ts';

describe('medicines', () => {
  test('are asked only what a rule needs of them', () => {
    const call = callUpTo('medications').type('metoprolol 25 mg');
    expect(call.at).toBe('medications');
    call.type('Eliquis 5 mg bid');
    expect(call.at).toBe('medications[1].still_taking');
    call.type('y');
    expect(call.at).toBe('medications[1].taken_for');
    call.type('1');
    expect(call.at).toBe('medications[1].prescriber_agrees');
    call.type('n', '0');
    expect(call.at).toBe('supplements');
    expect(call.state.answers['medications']).toEqual([
      { name: 'metoprolol 25 mg' },
      {
        name: 'Eliquis 5 mg bid',
        still_taking: true,
        taken_for: 'atrial-fibrillation',
        prescriber_agrees: false,
      },
    ]);
  });

  test('ahead of the day are asked for the last dose only when they were stopped', () => {
    const call = callUpTo('medications').type('Eliquis', 'n');
    expect(call.at).toBe('medications[0].last_taken');
    expect(call.ask.echo?.('yesterday 8am')).toBe(
      'Thu 19 Nov 2026 08:00, 5 days 1 h before the procedure',
    );
    expect(call.ask.echo?.('yesterday')).toMatch(/counted from 23:59/);
  });

  test('are recognised while they are typed', () => {
    const { ask } = callUpTo('medications');
    expect(ask.complete?.('eliq').map(({ name }) => name)).toContain('Eliquis');
    expect(ask.echo?.('Eliquis 5 mg')).toMatch(/^= apixaban: blood thinner/);
    expect(ask.echo?.('metoprolol')).toBe('= metoprolol: no rule concerns it');
  });

  test('are understood with what their line says already', () => {
    const call = callUpTo('medications').type('Eliquis 5 mg last dose yesterday 8pm');
    expect(call.state.answers['medications']).toEqual([
      { name: 'Eliquis 5 mg last dose yesterday 8pm', last_taken: '2026-11-19T20:00' },
    ]);
  });

  test('may be told several in a line', () => {
    const call = callUpTo('medications').type('metoprolol and lisinopril');
    expect(call.state.answers['medications']).toHaveLength(2);
  });

  test('of a line are listed but for what it says is not taken', () => {
    const call = callUpTo('medications');
    const line = 'no aspirin, takes lisinopril';
    expect(call.ask.echo?.(line)).toBe('not taken: aspirin; = lisinopril: no rule concerns it');
    expect(call.type(line).state.answers['medications']).toEqual([{ name: 'takes lisinopril' }]);
  });

  test('of a line are listed beside one of them that is asked about', () => {
    const call = callUpTo('medications').type('lisinopril and a white pill');
    expect(call.ask.words).toContain('"a white pill" is not recognised');
    call.type(call.ask.options.at(-1)?.key ?? '');
    expect(call.state.answers['medications']).toEqual([
      { name: 'lisinopril' },
      { name: 'a white pill' },
    ]);
  });

  test('misspelt are asked back, and keep their dose', () => {
    const call = callUpTo('medications').type('eloquis 5 mg bid');
    expect(call.at).toBe('which');
    expect(call.type('1').state.answers['medications']).toEqual([{ name: 'Eliquis 5 mg bid' }]);
  });

  test('not recognised can be kept as they were said', () => {
    const call = callUpTo('medications').type('zzyzxin');
    expect(call.ask.words).toMatch(/not recognised/);
    call.type(call.ask.options.at(-1)?.key ?? '');
    expect(call.state.answers['medications']).toEqual([{ name: 'zzyzxin' }]);
  });

  test('that are not taken are not listed', () => {
    expect(callUpTo('medications').try('no aspirin').is).toBe('refused');
    expect(callUpTo('medications').try('no aspirin, Advil or Aleve').is).toBe('refused');
  });

  test('can be renamed, and what was told of another medicine is asked again', () => {
    const call = callUpTo('medications').type('Eliquis', 'y', '1', 'y').type('r');
    const place = call.ask.options.find(({ answer }) => answer?.startsWith('Eliquis'))?.key ?? '';
    call.type(place, '1', 'naproxen');
    expect(call.notes).toEqual([expect.stringContaining('asked again')]);
    expect(call.state.answers['medications']).toEqual([{ name: 'naproxen' }]);
  });

  test('keep what was told when only the spelling changes', () => {
    const call = callUpTo('medications').type('Eliquis', 'y', '1', 'y', 'b');
    expect(call.at).toBe('medications[0].prescriber_agrees');
    call.type('b', 'b', 'b').type('apixaban 5 mg');
    expect(call.state.answers['medications']).toEqual([
      {
        name: 'apixaban 5 mg',
        still_taking: true,
        taken_for: 'atrial-fibrillation',
        prescriber_agrees: true,
      },
    ]);
  });

  test('can be removed; when none is left, it is asked again', () => {
    const call = callUpTo('medications').type('metoprolol', 'b', 'x');
    expect(call.at).toBe('medications');
    expect(call.state.answers).not.toHaveProperty('medications');
  });

  test('change what is asked later', () => {
    const call = callUpTo('medications').type('Lantus', 'a', '0').answerFrom(HEALTHY);
    expect(call.at).toBe('diabetes.insulin_plan');
  });
});
