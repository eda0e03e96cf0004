/** Puts questions to helpers who may crash or hang: in chunks, and what a chunk leaves open again, one by one. */
import { Unanswered } from './answers-of-child.ts';
import type { Z3Answer } from './z3-answers.ts';

interface Question {
  readonly rule: string;
}

export interface Asking<Q extends Question> {
  /** Puts the questions to a fresh helper. */
  readonly ask: (questions: readonly Q[]) => AsyncIterable<Z3Answer>;
  readonly chunk: number;
  /** How often a question that its chunk leaves open is put alone. */
  readonly tries: number;
}

/** One answer to each question, in any order. */
export async function* askedInChunks<Q extends Question>(
  questions: readonly Q[],
  asking: Asking<Q>,
): AsyncGenerator<Z3Answer> {
  for (let start = 0; start < questions.length; start += asking.chunk) {
    const chunk = questions.slice(start, start + asking.chunk);
    const decided = new Set<string>();
    for await (const answer of decisions(chunk, asking)) {
      decided.add(answer.rule);
      yield answer;
    }
    for (const question of chunk)
      if (!decided.has(question.rule)) yield await askedAlone(question, asking);
  }
}

async function askedAlone<Q extends Question>(question: Q, asking: Asking<Q>): Promise<Z3Answer> {
  const whys = new Set<string>();
  for (let tried = 0; tried < asking.tries; tried += 1)
    for await (const answer of decisions([question], asking, whys)) return answer;
  const why = `${[...whys].join('; ')} (${asking.tries} tries)`;
  return { rule: question.rule, is: 'undecided', why };
}

/** What a helper decides before it ends; to `whys` goes why it leaves the others open. */
async function* decisions<Q extends Question>(
  questions: readonly Q[],
  { ask }: Asking<Q>,
  whys = new Set<string>(),
): AsyncGenerator<Z3Answer> {
  try {
    for await (const answer of ask(questions)) {
      if (answer.is === 'undecided') whys.add(answer.why);
      else yield answer;
    }
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    whys.add(error.message);
  }
}
