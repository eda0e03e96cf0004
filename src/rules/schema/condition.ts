import * as z from 'zod';

import { type Condition, every } from '../condition.ts';
import { parsePhrase, PHRASES, type Test } from '../phrase.ts';

const examples = PHRASES.map(({ example }) => example);

const phrase = z.string().transform((text, context): Test => {
  const test = parsePhrase(text);
  if (test) return test;
  context.addIssue({
    code: 'custom',
    message: `\`${text}\` is no test that a rule may use`,
    params: { code: 'unknown-phrase', help: `write it like one of: ${examples.join('; ')}` },
  });
  return z.NEVER;
});

const test = z
  .union([
    phrase,
    z
      .array(z.string())
      .min(1)
      .transform((values): Test => ({ is: 'one-of', values })),
  ])
  .meta({ id: 'test', description: 'A test in words, or a list of choices', examples });

const list: z.ZodType<readonly Condition[]> = z.lazy(() => z.array(condition).min(1));

const condition: z.ZodType<Condition> = z
  .object({
    all: list.optional().describe('Every one of these holds'),
    any: list.optional().describe('At least one of these holds'),
    none: list.optional().describe('None of these holds'),
    any_medicine: list.optional().describe('There is a medicine for which all of these hold'),
    two_medicines: list
      .optional()
      .describe('There are two, of different ingredients, for which all of these hold'),
  })
  .catchall(test)
  // Without any test it would hold for everybody.
  .refine((entry) => Object.keys(entry).length > 0, {
    error: 'a condition tests at least one answer',
    params: { code: 'empty-condition' },
  })
  .transform((entry): Condition =>
    every(Object.entries(entry).flatMap(([key, value]) => read(key, value))),
  )
  .meta({ id: 'condition', description: '`answer: test in words`, one a line; or all, any, none' });

/** Conditions under which a rule, a row or a question applies; all of them must hold. */
export const conditions: z.ZodType<Condition> = list.transform(every);

function read(key: string, value: readonly Condition[] | Test | undefined): Condition[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [{ kind: 'test', fact: key, test: value as Test }];
  const of = value as readonly Condition[];
  if (key === 'any' || key === 'none' || key === 'all') return [{ kind: key, of }];
  return [{ kind: 'medicines', atLeast: key === 'two_medicines' ? 2 : 1, where: every(of) }];
}
