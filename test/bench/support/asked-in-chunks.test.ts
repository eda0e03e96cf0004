import { describe, expect, it } from 'vitest';

import { Unanswered } from '../../../bench/support/answers-of-child.ts';
import { askedInChunks } from '../../../bench/support/asked-in-chunks.ts';
import type { Z3Answer } from '../../../bench/support/z3-answers.ts';

/** What a helper does at a question: answers it, says that it cannot decide it, or crashes. */
type Does = 'agrees' | 'differs' | 'undecided' | 'crashes';

/** Asks helpers who do with each rule the first thing of its list, then the second, and so on, then agree. */
async function asked(
  does: Readonly<Record<string, Does[]>>,
): Promise<{ readonly answers: readonly Z3Answer[]; readonly chunks: readonly string[] }> {
  const chunks: string[] = [];
  async function* ask(questions: readonly { readonly rule: string }[]): AsyncGenerator<Z3Answer> {
    chunks.push(questions.map(({ rule }) => rule).join(' '));
    for (const { rule } of questions) {
      const now = does[rule]?.shift() ?? 'agrees';
      if (now === 'crashes') throw new Unanswered('it crashed');
      else if (now === 'undecided') yield { rule, is: now, why: 'too hard' };
      else if (now === 'differs') yield { rule, is: now, patient: 'INR 1.4' };
      else yield { rule, is: now, regions: 2 };
    }
  }
  const questions = ['a', 'b', 'c', 'd'].map((rule) => ({ rule }));
  const answers: Z3Answer[] = [];
  for await (const answer of askedInChunks(questions, { ask, chunk: 3, tries: 2 }))
    answers.push(answer);
  return { answers: answers.toSorted((a, b) => a.rule.localeCompare(b.rule)), chunks };
}

describe('questions in chunks', () => {
  it('go to one helper for each chunk', async () => {
    const { answers, chunks } = await asked({});
    expect(chunks).toEqual(['a b c', 'd']);
    expect(answers.map(({ is }) => is)).toEqual(['agrees', 'agrees', 'agrees', 'agrees']);
  });

  it('are put one by one to fresh helpers from where a chunk crashed', async () => {
    const { answers, chunks } = await asked({ b: ['crashes'] });
    expect(chunks).toEqual(['a b c', 'b', 'c', 'd']);
    expect(answers.map(({ is }) => is)).toEqual(['agrees', 'agrees', 'agrees', 'agrees']);
  });

  it('stay undecided, with the reason, after so many tries', async () => {
    const { answers, chunks } = await asked({ b: ['crashes', 'undecided', 'crashes', 'agrees'] });
    expect(chunks).toEqual(['a b c', 'b', 'b', 'c', 'd']);
    expect(answers[1]).toEqual({
      rule: 'b',
      is: 'undecided',
      why: 'too hard; it crashed (2 tries)',
    });
  });

  it('that are answered with a difference are not asked again', async () => {
    const { answers, chunks } = await asked({ b: ['differs'], c: ['crashes'] });
    expect(chunks).toEqual(['a b c', 'c', 'd']);
    expect(answers[1]).toEqual({ rule: 'b', is: 'differs', patient: 'INR 1.4' });
  });
});
