import type { Diagnostic, Parsed, SourceText } from '../source/diagnostic.ts';
import { type ParsedFile, parseYamlWith } from '../source/parse-with.ts';
import { didYouMean } from '../source/suggest.ts';
import { type Duration, formatDuration } from '../time/duration.ts';
import { isTimeZone } from '../time/zone.ts';
import type { RuleSet } from './rule-set.ts';
import { site as siteSchema, type SiteFile } from './schema/site.ts';
import type { Site } from './site.ts';

/** Reads a site file and checks it against the rules that it goes with. */
export function readSite(source: SourceText, ruleSet: RuleSet): Parsed<Site> {
  const parsed = parseYamlWith(siteSchema, source);
  if (!parsed.ok) return parsed;
  const diagnostics = siteFaults(parsed.value, ruleSet);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const { opening_hours: hours, overrides, ...rest } = parsed.value.value;
  const days = [
    hours.monday,
    hours.tuesday,
    hours.wednesday,
    hours.thursday,
    hours.friday,
    hours.saturday,
    hours.sunday,
  ];
  return {
    ok: true,
    value: {
      ...rest,
      opening_hours: days.map((day) =>
        day === 'closed'
          ? []
          : day
              .map(({ from, until }) => ({ from: minutes(from), until: minutes(until) }))
              .toSorted((a, b) => a.from - b.from),
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
  const file = { value, document };
  return [
    ...faults,
    ...hourFaults(file),
    ...approverFaults(file),
    ...overrideFaults(file, ruleSet),
  ];
}

/** Two persons are two names and two keys. */
function approverFaults({ value, document }: ParsedFile<SiteFile>): Diagnostic[] {
  return value.approvers.flatMap(({ name, key }, index): Diagnostic[] => {
    const before = value.approvers.slice(0, index);
    if (!before.some((each) => each.key === key || each.name === name)) return [];
    const message = `the name or the key of \`${name}\` is listed twice`;
    const span = document.locate(['approvers', index]);
    return [{ code: 'duplicate-approver', severity: 'error', message, span }];
  });
}

function hourFaults({ value, document }: ParsedFile<SiteFile>): Diagnostic[] {
  return Object.entries(value.opening_hours).flatMap(([day, spans]) =>
    (spans === 'closed' ? [] : spans).flatMap(({ from, until }, index): Diagnostic[] => {
      if (minutes(from) < minutes(until)) return [];
      const message = `it closes at ${until}, before it opens at ${from}`;
      const span = document.locate(['opening_hours', day, index, 'until']);
      return [{ code: 'invalid-hours', severity: 'error', message, span }];
    }),
  );
}

function overrideFaults({ value, document }: ParsedFile<SiteFile>, ruleSet: RuleSet): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const [index, override] of value.overrides.entries()) {
    const { parameter: name } = override;
    const parameter = ruleSet.parameters[name];
    const wrong = (
      code: string,
      key: 'parameter' | 'value',
      message: string,
      help: { help?: string } = {},
    ): void => {
      faults.push({
        code,
        severity: 'error',
        message,
        span: document.locate(['overrides', index, key]),
        ...help,
      });
    };
    if (!parameter) {
      const known = didYouMean(name, Object.keys(ruleSet.parameters));
      wrong('unknown-parameter', 'parameter', `\`${name}\` is no parameter of the rules`, known);
    } else if (seen.has(name)) {
      wrong('duplicate-override', 'parameter', `\`${name}\` is overridden twice`);
    } else if (typeof parameter.value !== typeof override.value) {
      wrong('wrong-type', 'value', `expected a value like ${shown(parameter.value)}`);
    }
    seen.add(name);
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
