import type { Bench } from '../regions/bench.ts';
import { Nodes } from '../regions/nodes.ts';
import { emergencyHolds } from './emergency-holds.ts';
import { laterIsNotSafer } from './later-is-not-safer.ts';
import type { Law, Ruling } from './law.ts';
import { missingIsNotNo } from './missing-is-not-no.ts';
import { noStopWithoutAgreement } from './no-stop-without-agreement.ts';
import { overridesShow } from './overrides-show.ts';
import { unrecognisedIsAsked } from './unrecognised-is-asked.ts';

/** The fail-safe laws, in the order in which they are printed. */
const LAWS: readonly Law[] = [
  missingIsNotNo,
  unrecognisedIsAsked,
  noStopWithoutAgreement,
  laterIsNotSafer,
  emergencyHolds,
  overridesShow,
];

export interface Verified extends Ruling {
  readonly id: string;
  readonly says: string;
}

export function verify(bench: Bench): Verified[] {
  const nodes = new Nodes([bench]);
  return LAWS.map(({ id, says, rule }) => ({ id, says, ...rule(bench, nodes) }));
}
