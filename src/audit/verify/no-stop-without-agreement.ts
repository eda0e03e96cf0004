import { formatLocalTime } from '../../time/format-local.ts';
import { resultOf } from '../diff/witness.ts';
import { healthyIntake } from '../regions/bench.ts';
import { identitiesFor } from '../regions/identities.ts';
import { readingOf } from '../regions/reading.ts';
import type { Raw } from '../regions/written.ts';
import type { Law, Ruling } from './law.ts';

/** Hours from the screening to the procedure. */
const AHEAD_HOURS = [1.5, 24, 100, 400, 2000];
const HOUR = 3_600_000;

export const noStopWithoutAgreement: Law = {
  id: 'no-stop-without-agreement',
  says: 'No patient is told to stop a prescribed medicine without the prescriber’s agreement on record.',
  rule(bench): Ruling {
    const { screener } = bench;
    const { prepared, zone } = screener;
    const reading = readingOf(prepared.rules.map(({ condition }) => condition), prepared);
    const identities = identitiesFor([bench], [reading]);
    const pause = templateOf(prepared.ruleSet.plans.pause.text);
    let regions = 0;
    for (const { name, known } of identities) {
      const medicine = known[0];
      const own = medicine?.over_the_counter === true || [...(medicine?.classes ?? [])].every((each) => each.startsWith('supplement-'));
      if (!medicine || own) continue;
      for (const hours of AHEAD_HOURS) {
        const at = healthyIntake(bench).procedure_at - hours * HOUR;
        const answers: Raw = {
          screened_at: zone.format(at).slice(0, 16),
          medications: [{ name, still_taking: true, prescriber_agrees: false, regimen: 'therapeutic' }],
        };
        regions += 1;
        const told = resultOf(answers, bench)?.instructions.filter((line) => line.for === 'patient') ?? [];
        if (told.some(({ text }) => pause.test(text))) {
          return { status: 'refuted', regions, basis: `${name} is to be paused, ${formatLocalTime(at, zone)}`, witness: answers };
        }
      }
    }
    return {
      status: 'proved',
      regions,
      basis: `replayed for a medicine of each of the ${identities.length} kinds that the rules tell apart, still taken, at ${AHEAD_HOURS.length} distances to the procedure; a plan is spoken for one medicine by itself, and to pause only when all agree`,
    };
  },
};

/** Matches the sentence of a plan, whatever is filled in. */
function templateOf(text: string): RegExp {
  const escaped = text.trim().replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(escaped.replaceAll(/\{[a-z_.-]+\}/g, '.+'));
}
