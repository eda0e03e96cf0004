/** Whether an answer that moves one way, all else equal, ever makes a disposition less restrictive. */
import type { Bench } from '../regions/bench.ts';
import type { Nodes } from '../regions/nodes.ts';
import type { Ruling } from './law.ts';
import { MoveProof } from './move-proof.ts';
import type { Move } from './moved-values.ts';

export function monotoneRuling(moves: readonly Move[], bench: Bench, nodes: Nodes): Ruling {
  let regions = 0;
  let count = 0;
  const open: string[] = [];
  const through = new Set<string>();
  for (const move of moves) {
    const proof = new MoveProof(move, bench, nodes);
    const found = proof.result();
    regions += found.regions;
    count += found.claims;
    for (const id of found.through) through.add(id);
    if (found.refuted) {
      const { id, witness } = found.refuted;
      return { status: 'refuted', regions, basis: `${id}: ${move.fact}`, witness };
    }
    open.push(...found.open.map((id) => `${id} (${move.fact})`));
  }
  if (open.length > 0)
    return {
      status: 'not-proved',
      regions,
      basis: `not monotone by itself, or not searched to the end: ${open.join(', ')}`,
    };
  return { status: 'proved', regions, basis: basisText(count, moves, through) };
}

function basisText(count: number, moves: readonly Move[], through: ReadonlySet<string>): string {
  const what = moves.length === 1 ? 'it' : 'such a moment';
  const readers =
    count === 1
      ? `one rule or question reads ${what}`
      : `${count} rules and questions read ${what}`;
  const followed =
    through.size === 0 ? '' : `, followed through ${[...through].toSorted().join(', ')} too`;
  const told = moves.some(({ fact }) => fact === 'last_taken')
    ? '; for any number of medicines, of each of which one last dose is told'
    : '';
  return `${readers}${followed}: what one no longer says after the move, it or another says as restrictively, and the disposition is the most restrictive of all${told}`;
}
