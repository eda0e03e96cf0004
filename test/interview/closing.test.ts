import { describe, expect, test } from 'vitest';

import { Call, CLOSING, HEALTHY } from '../support/call.ts';

const AHEAD = '2026-11-20T10:00';

/** A call that is decided. */
function decided(more: Readonly<Record<string, string>> = {}): Call {
  return new Call(AHEAD)
    .answerFrom({ ...HEALTHY, ...more })
    .type('f')
    .close();
}

describe('the end of a call', () => {
  test('asks who screens, whom they spoke with and whether it was said back', () => {
    const call = decided();
    const asked: string[] = [];
    while (call.at !== 'closed') {
      asked.push(call.at);
      call.type(CLOSING[call.at] ?? '');
    }
    expect(asked).toEqual(['call.by', 'call.spoke_with', 'call.teach_back']);
    expect(call.state.by).toBe('Kim RN');
    expect(call.state.call).toEqual({
      attempts: [{ at: '2026-11-20T10:00:00-09:00', outcome: 'reached', spoke_with: 'patient' }],
      teach_back: true,
    });
  });

  test('asks for the read-back where a physician has to hear of it, which may be still to come', () => {
    const call = decided({ 'consent.able': 'n' }).type('Kim', '1', 'y');
    expect(call.at).toBe('call.read_back');
    expect(call.type('Dr. Li').at).toBe('closed');
    expect(call.state.call.read_back).toEqual({ by: 'Dr. Li', at: '2026-11-20T10:00:00-09:00' });
    const later = decided({ 'consent.able': 'n' }).type('Kim', '1', 'y', '-');
    expect(later.at).toBe('closed');
    expect(later.state.call).not.toHaveProperty('read_back');
  });

  test('asks for no teach-back where nobody was called', () => {
    const call = decided().type('Kim', '0');
    expect(call.at).toBe('closed');
    expect(call.state.call).toEqual({ attempts: [] });
  });

  test('does not ask who screens where that is known', () => {
    const call = new Call(AHEAD).answerFrom(HEALTHY);
    const named = new Call(AHEAD, { ...call.state, by: 'Kim' }).type('f').close();
    expect(named.at).toBe('call.spoke_with');
  });

  test('keeps the attempts before it', () => {
    const parked = new Call(AHEAD).type('A-1024', 'j', 'p', '2');
    const call = new Call(AHEAD, parked.state).answerFrom(HEALTHY).type('f').close();
    call.type('Kim', '2', 'n');
    expect(call.state.call.attempts.map(({ outcome }) => outcome)).toEqual([
      'left-message',
      'reached',
    ]);
    expect(call.state.call.teach_back).toBe(false);
  });

  test('can be gone back through, to the review and the answers', () => {
    const call = decided().type('Kim', '1', 'b');
    expect(call.at).toBe('call.spoke_with');
    call.type('3');
    expect(call.state.call.attempts).toEqual([
      expect.objectContaining({ spoke_with: 'caregiver' }),
    ]);
    expect(call.type('b', 'b').at).toBe('call.by');
    expect(call.type('b').at).toBe('review');
  });

  test('refuses what is no name', () => {
    for (const text of ['', '\u001B[2J', 'x'.repeat(81)]) {
      expect(decided().try(text).is).toBe('refused');
    }
  });
});

test('the review takes a note on the whole', () => {
  const call = new Call(AHEAD).answerFrom(HEALTHY).type('+', 'prefers to be called after 5');
  expect(call.at).toBe('review');
  expect(call.ask.note).toBe('prefers to be called after 5');
  expect(call.state.notes).toEqual({ '': 'prefers to be called after 5' });
});
