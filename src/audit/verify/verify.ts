import type { Property } from '../../rules/schema/property.ts';
import type { Bench } from '../regions/bench.ts';
import { Nodes } from '../regions/nodes.ts';
import { emergencyHolds } from './emergency-holds.ts';
import { laterIsNotSafer } from './later-is-not-safer.ts';
import type { Law, Ruling } from './law.ts';
import { missingIsNotNo } from './missing-is-not-no.ts';
import { noStopWithoutAgreement } from './no-stop-without-agreement.ts';
import { overridesShow } from './overrides-show.ts';
import { propertyRuling } from './property-ruling.ts';
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
  /** Whether it holds of every rule set, or the site asks for it. */
  readonly from: 'built-in' | 'properties';
  /** The span of days in which those rules are in force, where they differ by the day. */
  readonly during?: string;
  /** The moment of the procedure, where it was looked at for several. */
  readonly at?: string;
}

/** The laws and then the properties, each for the rules at hand; `told` hears how many were put to them. */
export function verify(
  bench: Bench,
  properties: readonly Property[] = [],
  told?: (put: number, of: number) => void,
): Verified[] {
  const nodes = new Nodes([bench]);
  const of = LAWS.length + properties.length;
  return [
    ...LAWS.map(({ id, says, rule }, index): Verified => {
      told?.(index, of);
      return { id, says, from: 'built-in', ...rule(bench, nodes) };
    }),
    ...properties.map((property, index): Verified => {
      told?.(LAWS.length + index, of);
      const { id, says } = property;
      return { id, says, from: 'properties', ...propertyRuling(property, bench, nodes) };
    }),
  ];
}
