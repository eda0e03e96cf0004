import type { Diagnostic, Parsed, SourceText } from '../source/diagnostic.ts';
import { type ParsedFile, parseYamlWith } from '../source/parse-with.ts';
import { didYouMean } from '../source/suggest.ts';
import { type Duration, formatDuration } from '../time/duration.ts';
import type { OpeningHours } from '../time/opening-hours.ts';
import { isTimeZone } from '../time/zone.ts';
import type { RuleSet } from './rule-set.ts';
import { site as siteSchema, type SiteFile } from './schema/site.ts';

/** A parameter that the site sets otherwise than the rules that were shipped. */
export interface Override {
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
  readonly overrides: readonly Override[];
}

/** Reads a site file and checks it against the rules that it goes with. */
export function readSite(source: SourceText, ruleSet: RuleSet): Parsed<Site> {
  const parsed = parseYamlWith(siteSchema, source);
  if (!parsed.ok) return parsed;
  const diagnostics = siteFaults(parsed.value, ruleSet);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const { opening_hours: hours, overrides, ...rest } = parsed.value.value;
  const days = [hours.monday, hours.tuesday, hours.wednesday, hours.thursday, hours.friday, hours.saturday, hours.sunday];
  return {
    ok: true,
    value: {
      ...rest,
      opening_hours: days.map((day) =>
        day === 'closed' ? [] : day.map(({ from, until }) => ({ from: minutes(from), until: minutes(until) })),
      ),
      overrides: overrides.map(({ value, ...why }) => ({
        ...why,
        set: value,
        value: shown(value),
        shipped: shown(ruleSet.parameters[why.parameter]?.value),
      })),
    },
  };
}

/** The rule set with the parameters that the site overrides. */
export function applySite(ruleSet: RuleSet, { overrides }: Site): RuleSet {
  const parameters = { ...ruleSet.parameters };
  for (const { parameter, set } of overrides) {
    const shipped = parameters[parameter];
    if (shipped) parameters[parameter] = { ...shipped, value: set };
  }
  return { ...ruleSet, parameters };
}

function siteFaults({ value, document }: ParsedFile<SiteFile>, ruleSet: RuleSet): Diagnostic[] {
  const faults: Diagnostic[] = [];
  if (!isTimeZone(value.time_zone)) {
    faults.push({
      code: 'unknown-time-zone',
      severity: 'error',
      message: `\`${value.time_zone}\` is no time zone`,
      help: 'write it like America/Anchorage',
      span: document.locate(['time_zone']),
    });
  }
  const type = ruleSet.questions.find(({ id }) => id === 'procedure.type');
  const offered = type && 'choices' in type ? Object.keys(type.choices) : [];
  for (const name of Object.keys(value.procedures)) {
    if (offered.includes(name)) continue;
    faults.push({
      code: 'unknown-procedure',
      severity: 'error',
      message: `\`${name}\` is no procedure of the rules`,
      span: document.locateKey(['procedures', name]),
      ...didYouMean(name, offered),
    });
  }
  for (const [index, override] of value.overrides.entries()) {
    const parameter = ruleSet.parameters[override.parameter];
    const span = document.locate(['overrides', index, parameter ? 'value' : 'parameter']);
    if (!parameter) {
      const message = `\`${override.parameter}\` is no parameter of the rules`;
      const help = didYouMean(override.parameter, Object.keys(ruleSet.parameters));
      faults.push({ code: 'unknown-parameter', severity: 'error', message, span, ...help });
    } else if (typeof parameter.value !== typeof override.value) {
      const message = `expected a value like ${shown(parameter.value)}`;
      faults.push({ code: 'wrong-type', severity: 'error', message, span });
    }
  }
  return faults;
}

function shown(value: number | Duration | undefined): string {
  return typeof value === 'object' ? formatDuration(value) : String(value);
}

function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
