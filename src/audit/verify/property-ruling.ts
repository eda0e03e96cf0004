import type { Headline } from '../../evaluation/finding-order.ts';
import { statedRule } from '../../rules/read-properties.ts';
import type { Property } from '../../rules/schema/property.ts';
import type { Bench } from '../regions/bench.ts';
import type { Nodes } from '../regions/nodes.ts';
import type { Ruling } from './law.ts';
import { monotoneRuling } from './monotone.ts';
import { rulingOn } from './obligation.ts';

/** What comes of a site's own property under the rules. */
export function propertyRuling(property: Property, bench: Bench, nodes: Nodes): Ruling {
  const { monotone, complete } = property;
  if (monotone) return monotoneRuling([monotone], bench, nodes);
  const stated = statedRule(property);
  return rulingOn({ stated, unanswered: complete?.fact, least: leastOf(property) }, bench);
}

function leastOf({ never, always }: Property): Headline {
  if (always) {
    return {
      disposition: always.disposition === 'hold' ? 'hold' : 'contact-physician',
      urgency: always.urgency === undefined ? 'routine' : URGENCIES[always.urgency],
    };
  }
  const disposition =
    never?.disposition === 'go or contact-physician' ? 'hold' : 'contact-physician';
  return { disposition, urgency: 'routine' };
}

const URGENCIES = { 'at least same-day': 'same-day', emergency: 'emergency' } as const;
