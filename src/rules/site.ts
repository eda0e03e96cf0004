import type { Duration } from '../time/duration.ts';
import type { OpeningHours } from '../time/opening-hours.ts';
import type { RuleSet } from './rule-set.ts';
import type { SiteFile } from './schema/site.ts';

/** A parameter that the site sets otherwise than the rules that were shipped. */
interface Override {
  readonly parameter: string;
  readonly set: number | Duration;
  readonly value: string;
  readonly shipped: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** The clinic that screens. */
export interface Site {
  readonly name: string;
  readonly phone: string;
  readonly time_zone: string;
  readonly opening_hours: OpeningHours;
  readonly procedures: SiteFile['procedures'];
  readonly contacts: SiteFile['contacts'];
  readonly approvers: SiteFile['approvers'];
  readonly overrides: readonly Override[];
  /** For what a physician may decide otherwise than the rules: codes with their words. */
  readonly override_reasons: SiteFile['override_reasons'];
  /** Public keys of age, for which records are encrypted. */
  readonly record_recipients: readonly string[];
  /** Paths, from the site file, of the files that hold names of its own. */
  readonly vocabulary: readonly string[];
}

/** The rule set with the parameters that the site overrides. */
export function applySite(ruleSet: RuleSet, { overrides }: Site): RuleSet {
  const parameters = { ...ruleSet.parameters };
  for (const { parameter, set } of overrides) {
    const shipped = parameters[parameter];
    if (!shipped) continue;
    // What the site sets, it sets for every day.
    const { later: _later, ...rest } = shipped;
    parameters[parameter] = { ...rest, value: set };
  }
  return { ...ruleSet, parameters };
}
