import { formatLocalTime } from '../../time/format-local.ts';
import { templateOf } from '../expectation.ts';
import { resultOf } from '../regions/replay.ts';
import { screenedAtOptions } from '../regions/medicine-regions.ts';
import { modelOf } from '../regions/model.ts';
import { readingOf } from '../regions/reading.ts';
import type { Raw } from '../regions/written.ts';
import type { Law, Ruling } from './law.ts';

export const noStopWithoutAgreement: Law = {
  id: 'no-stop-without-agreement',
  says: 'No patient is told to stop a prescribed medicine without the prescriber’s agreement on record.',
  rule(bench, nodes): Ruling {
    const { screener } = bench;
    const { prepared, zone } = screener;
    const reading = readingOf(
      prepared.rules.map(({ condition }) => condition),
      prepared,
    );
    const model = modelOf([bench], [reading], { nodes, slots: 1 });
    const { identities } = model;
    const pause = templateOf(prepared.ruleSet.plans.pause.text);
    let regions = 0;
    for (const identity of identities) {
      const { name, known } = identity;
      const medicine = known[0];
      const own =
        medicine?.over_the_counter === true ||
        [...(medicine?.classes ?? [])].every((each) => each.startsWith('supplement-'));
      if (!medicine || own) continue;
      for (const at of screenedAtOptions(model, [identity])) {
        const answers: Raw = {
          screened_at: zone.format(at).slice(0, 16),
          medications: [{ name, still_taking: true, prescriber_agrees: false }],
        };
        regions += 1;
        const told =
          resultOf(answers, bench)?.instructions.filter((line) => line.for === 'patient') ?? [];
        if (told.some(({ text }) => pause.test(text))) {
          return {
            status: 'refuted',
            regions,
            basis: `${name} is to be paused, ${formatLocalTime(at, zone)}`,
            witness: answers,
          };
        }
      }
    }
    return {
      status: 'proved',
      regions,
      basis: `replayed for a medicine of each of the ${identities.length} kinds that the rules tell apart, still taken, screened on every side of each of its waits; a plan is spoken for one medicine by itself, and to pause only when all agree`,
    };
  },
};
