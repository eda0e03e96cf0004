import type { Mutated, Survival } from '../../audit/mutate/mutate.ts';
import { titleOf } from '../../audit/expectation.ts';
import { formatPlace } from '../../source/diagnostic.ts';
import { exampleLines } from './coverage-text.ts';
import type { Palette } from '../palette.ts';
import { wrap, WIDTH } from '../wrap.ts';

/** What was slipped, what would notice it, and what would not. */
export interface MutationText {
  readonly mutated: readonly Mutated[];
  readonly survivals: readonly Survival[];
}

interface MutationScore {
  readonly mutants: number;
  readonly noticed: number;
  /** Proved to decide as the rules do. */
  readonly equivalent: number;
  readonly survived: number;
  readonly notProved: number;
}

function mutationScore({ mutated, survivals }: MutationText): MutationScore {
  const count = (is: string): number =>
    survivals
      .filter(({ suggested }) => suggested.is === is)
      .reduce((sum, { mutants }) => sum + mutants.length, 0);
  return {
    mutants: mutated.length,
    noticed: mutated.filter(({ by }) => by).length,
    equivalent: count('impossible'),
    survived: count('example'),
    notProved: count('open'),
  };
}

export function mutationText(text: MutationText, palette: Palette): string {
  const { mutants, noticed, equivalent, survived, notProved } = mutationScore(text);
  const row = (count: number, words: string): string => `  ${String(count).padStart(5)}  ${words}`;
  const of = (is: string): Survival[] =>
    text.survivals.filter(({ suggested }) => suggested.is === is);
  const lines = [
    '',
    palette.heading(`${mutants} slips of the pen in rules, definitions, parameters and tables`),
    row(noticed, 'noticed by an example or a case'),
    row(equivalent, 'PROVED to decide the same for every patient'),
    row(survived, 'SURVIVED: a patient is decided otherwise, and no example notices'),
    row(notProved, 'NOT PROVED either way'),
    ...section('SURVIVED', palette.stop, of('example')),
    ...section('NOT PROVED', palette.caution, of('open')),
    ...section('THE SAME', palette.heading, of('impossible')),
    '',
    verdictLine({ survived, notProved }, palette),
  ];
  return `${lines.join('\n')}\n`;
}

function verdictLine(
  { survived, notProved }: Pick<MutationScore, 'survived' | 'notProved'>,
  palette: Palette,
): string {
  if (survived > 0)
    return palette.stop('Paste what you confirm of the examples above under `examples:`.');
  if (notProved > 0) return palette.caution('Not every slip was proved to be noticed or harmless.');
  return 'Every slip that changes a decision is noticed.';
}

function section(
  title: string,
  paint: (text: string) => string,
  survivals: readonly Survival[],
): string[] {
  if (survivals.length === 0) return [];
  return ['', paint(title), ...survivals.flatMap(survivalLines)];
}

function survivalLines({ mutants, suggested }: Survival): string[] {
  return [
    '',
    ...mutants.flatMap(({ of, what }) =>
      wrap(`${of}: ${what}`, WIDTH - 2).map((line) => `  ${line}`),
    ),
    ...(suggested.is === 'open' ? [`    ${suggested.because}.`] : []),
    ...(suggested.is === 'impossible' ? [`    PROVED over ${suggested.regions} regions.`] : []),
    ...(suggested.is === 'example' ? exampleLines(suggested.suggestion, 6) : []),
  ];
}

/** The mutation for machines. */
export function mutationJson(text: MutationText): unknown {
  return {
    score: mutationScore(text),
    mutants: text.mutated.map(({ mutant: { kind, of, what }, by }) => ({
      kind,
      of,
      what,
      noticed_by: by ? { name: titleOf(by), at: formatPlace(by.span) } : null,
    })),
    survivors: text.survivals.map(({ mutants, suggested }) => ({
      status: { example: 'survived', impossible: 'equivalent', open: 'not-proved' }[suggested.is],
      slips: mutants.map(({ of, what }) => ({ of, what })),
      ...(suggested.is === 'example' ? { example: suggested.suggestion } : {}),
      ...(suggested.is === 'open' ? { because: suggested.because } : {}),
      ...(suggested.is === 'impossible' ? { regions: suggested.regions } : {}),
    })),
  };
}
