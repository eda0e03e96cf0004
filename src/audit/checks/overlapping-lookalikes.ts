import type { Vocabulary } from '../../medicines/vocabulary.ts';
import { type Check, placeOf } from '../check.ts';

export const overlappingLookalikes: Check = {
  code: 'overlapping-lookalikes',
  severity: 'warning',
  explanation:
    'Two names are listed as look-alikes twice: whoever takes the pair out of one list, or corrects a name in it, ' +
    'believes that it is done. Keep each pair once.',
  *run(audited) {
    const { vocabulary } = audited.rules;
    const first = new Set<string>();
    for (const [index, group] of vocabulary.lookalikes.entries()) {
      const span = placeOf(audited, `lookalikes:${index}`);
      for (const [a, b] of pairsIn(group)) {
        const [one, other] = [nameOf(a, vocabulary), nameOf(b, vocabulary)];
        const key = [a, b].toSorted((x, y) => x - y).join(' ');
        if (first.has(key))
          yield { message: `\`${one}\` and \`${other}\` are listed as look-alikes twice`, span };
        first.add(key);
      }
    }
  },
};

function* pairsIn(group: readonly number[]): Generator<readonly [number, number]> {
  for (const [index, a] of group.entries()) for (const b of group.slice(index + 1)) yield [a, b];
}

function nameOf(number: number, { names }: Vocabulary): string {
  return names.spelled[number] ?? '';
}
