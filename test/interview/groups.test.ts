import { describe, expect, test } from 'vitest';

import { admitIntake } from '../../src/interview/admit.ts';
import { Call, callUpTo, HEALTHY, toolsAt } from '../support/call.ts';
import { screenRaw } from '../support/shipped.ts';

const NOW = '2026-11-20T10:00';
const LIST = 'group.allergies';
const FACTS = ['contrast', 'local_anesthetic', 'steroid', 'antiseptic', 'latex'].map(
  (name) => `allergy.${name}`,
);

/** The answers to the five questions, in their order. */
function answersOf({ state }: Call): readonly unknown[] {
  return FACTS.map((fact) => state.answers[fact]);
}

describe('questions that are asked as one list', () => {
  test('are all answered by one key when there is none', () => {
    const call = callUpTo(LIST).type('0');
    expect(answersOf(call)).toEqual(['none', 'none', 'none', 'none', 'none']);
    expect(call.at).toBe('steroid.injections_last_12_months');
    expect(call.said).toEqual([expect.objectContaining({ answer: 'none of these' })]);
  });

  test('are asked by themselves where they are ticked, and the others are no', () => {
    const call = callUpTo(LIST).type('15');
    expect(answersOf(call)).toEqual([undefined, 'none', 'none', 'none', undefined]);
    expect(call.at).toBe('allergy.contrast');
    expect(call.type('1').at).toBe('allergy.latex');
    expect(call.type('3').at).toBe('steroid.injections_last_12_months');
    expect(answersOf(call)).toEqual(['unrelated', 'none', 'none', 'none', 'severe']);
  });

  test.each([
    ['u', 'unknown'],
    ['d', 'declined'],
  ])('are all answered by %s', (key, value) => {
    const call = callUpTo(LIST).type(key);
    expect(answersOf(call)).toEqual([value, value, value, value, value]);
    call.answerFrom(HEALTHY).type('f');
    const { missing } = screenRaw(call.intake);
    expect(missing.map(({ fact }) => fact)).toEqual(expect.arrayContaining(FACTS));
  });

  test('have a row only where they concern the patient', () => {
    const call = callUpTo(LIST, NOW, { ...HEALTHY, 'procedure.contrast': 'n' });
    expect(call.ask.options).toHaveLength(5);
    expect(call.type('0').state.answers).not.toHaveProperty(['allergy.contrast']);
  });

  test('keep their own entries in the history, and rows of their own in the review', () => {
    const call = callUpTo(LIST).type('0');
    expect(call.state.history.slice(-5).map(({ fact }) => fact)).toEqual(FACTS);
    call.answerFrom(HEALTHY);
    const row = call.ask.options.find(({ label }) => label.includes('latex'));
    expect(call.type(row?.key ?? '').at).toBe('allergy.latex');
    expect(call.type('2').at).toBe('review');
    expect(answersOf(call)).toEqual(['none', 'none', 'none', 'none', 'mild']);
  });

  test('need an answer, and none stands alone', () => {
    const call = callUpTo(LIST);
    expect(call.try('').is).toBe('refused');
    expect(call.try('01').is).toBe('refused');
    expect(answersOf(call)).toEqual(FACTS.map(() => undefined));
  });
});

describe('going back to the list', () => {
  test('is one step from the question after it, and Enter keeps it', () => {
    const call = callUpTo(LIST).type('0', 'b');
    expect(call.at).toBe(LIST);
    expect(call.ask.current).toBe('none of these');
    expect(call.type('').at).toBe('steroid.injections_last_12_months');
  });

  test('begins with what was ticked, whose answers stay', () => {
    const call = callUpTo(LIST).type('35', '2', 'b');
    expect([call.at, call.type('b').at]).toEqual(['allergy.steroid', LIST]);
    expect(call.ask.text).toBe('35');
    expect(call.type('345').at).toBe('allergy.antiseptic');
    expect(answersOf(call)).toEqual(['none', 'none', 'mild', undefined, undefined]);
  });

  test('asks again what was not known and is ticked now', () => {
    const call = callUpTo(LIST).type('u', 'b');
    expect(call.at).toBe(LIST);
    expect([call.ask.current, call.ask.text]).toEqual(['not known', undefined]);
    expect(call.type('5').at).toBe('allergy.latex');
    expect(answersOf(call)).toEqual(['none', 'none', 'none', 'none', undefined]);
  });

  test('never turns an answer that is not known into no', () => {
    const call = callUpTo(LIST).type('45', 'u', '1', 'b', 'b');
    expect([call.at, call.ask.text]).toEqual([LIST, '45']);
    call.type('45');
    expect(answersOf(call)).toEqual(['none', 'none', 'none', 'unknown', 'side-effect']);
  });
});

describe('an intake that answers some of the list', () => {
  test('has them ticked where they are not no', () => {
    const { state } = admitIntake({ 'allergy.latex': 'mild' }, toolsAt(NOW));
    const call = new Call(NOW, state).answerFrom({ ...HEALTHY, [LIST]: '5' });
    expect(call.at).toBe('review');
    expect(answersOf(call)).toEqual(['none', 'none', 'none', 'none', 'mild']);
  });

  test('and leaves one open is asked that one alone', () => {
    const given = Object.fromEntries(FACTS.slice(1).map((fact) => [fact, 'none']));
    const { state } = admitIntake(given, toolsAt(NOW));
    expect(new Call(NOW, state).answerFrom(HEALTHY).at).toBe('allergy.contrast');
  });
});

test('a list that was ticked goes on after a restart with what is still to ask', () => {
  const call = callUpTo(LIST).type('15', '1');
  call.restart();
  expect(call.at).toBe('allergy.latex');
});

test('the list tells why, with what each question is about', () => {
  const { help } = callUpTo(LIST).ask;
  expect(help).toContain('Reaction to latex: The team then works without latex.');
  expect(help.some((line) => line.startsWith('Rules: '))).toBe(true);
});

test('a note at the list is one on the whole', () => {
  const call = callUpTo(LIST).type('+', 'unsure of the names');
  expect(call.at).toBe(LIST);
  expect(call.state.notes).toEqual({ '': 'unsure of the names' });
});
