import { walk } from '../regions/choices.ts';
import { UNKNOWN_NAME } from '../regions/identities.ts';
import { LazyPatient } from '../regions/lazy-patient.ts';
import { modelOf } from '../regions/model.ts';
import { conditionsIn, readingOf } from '../regions/reading.ts';
import { standingOf } from '../regions/standing.ts';
import type { Law, Ruling } from './law.ts';

const BUDGET = 20_000;

export const unrecognisedIsAsked: Law = {
  id: 'unrecognised-is-asked',
  says: 'A medicine that is not recognised never gives GO.',
  rule(_, nodes): Ruling {
    const [bench] = nodes.benches;
    let regions = 0;
    for (const rule of bench?.screener.prepared.rules ?? []) {
      if (!rule.body.each_medicine || rule.body.outcome === 'go' || !bench) continue;
      const reading = readingOf(conditionsIn(rule), bench.screener.prepared);
      if (!reading.tests.has('recognised')) continue;
      const model = modelOf([bench], [reading], { nodes, slots: 1 });
      const unknown = {
        ...model,
        identities: model.identities.filter(({ name }) => name === UNKNOWN_NAME),
      };
      let quiet = false;
      const found = walk(
        (choose) => {
          choose('medicines', () => [1]);
          return standingOf(rule, new LazyPatient(choose, unknown), 0);
        },
        ({ disposition }) => {
          if (disposition === 'go') quiet = true;
        },
        BUDGET,
      );
      regions += found.regions;
      if (!quiet && found.complete) {
        return {
          status: 'proved',
          regions,
          basis: `\`${rule.body.id}\` stands in the way of every one, whatever is told of it and whatever else is answered; it looks at one medicine by itself, so any number of others changes nothing`,
        };
      }
    }
    return {
      status: 'not-proved',
      regions,
      basis: 'no single rule stands in the way of every medicine that is not recognised',
    };
  },
};
