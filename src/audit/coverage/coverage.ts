/** Which examples and cases show each thing that there is to be shown of the rules. */
import type { Context, PreparedRules } from '../../evaluation/context.ts';
import { screen, type Screener } from '../../evaluation/screen.ts';
import type { CompiledRules } from '../../rules/compile.ts';
import { unitsOf } from '../moved.ts';
import { isExample, type Trial, trialsOf } from '../trials.ts';
import { trialsFor, type Unit, unitsIn } from '../unit.ts';
import { verdictWord } from '../verdict-word.ts';
import { lineTargets } from './line-targets.ts';
import { TARGET_KINDS, type Target } from './target.ts';
import { unitTargets } from './unit-targets.ts';

/** A target, and the first trial that shows it of those that speak of it. */
export interface Shown {
  readonly target: Target;
  readonly by: Trial | undefined;
  readonly among: readonly Trial[];
}

export interface Coverage {
  readonly shown: readonly Shown[];
  readonly examples: number;
  readonly cases: number;
}

const KINDS = Object.keys(TARGET_KINDS);

/** What to look at: all rules, definitions and tables and all kinds, where none is named. */
interface Asked {
  readonly only?: ReadonlySet<string>;
  readonly kinds?: readonly string[];
}

export function coverageOf(
  rules: CompiledRules,
  screener: Screener,
  { only = new Set(), kinds = KINDS }: Asked,
): Coverage {
  const { prepared } = screener;
  const trials = trialsOf(rules, screener);
  const wanted = (id: string): boolean => only.size === 0 || only.has(id);
  const ground = { prepared, units: unitsOf(prepared.ruleSet), spans: rules.spans };
  const isAsked = ({ kind }: Target): boolean => kinds.includes(kind);
  const units = unitsIn(prepared).filter(({ id }) => wanted(id));
  const shown = units.flatMap((unit: Unit) => {
    const own = trialsFor(unit, trials, prepared);
    return unitTargets(unit, ground).filter(isAsked).map((target) => showing(target, own));
  });
  const lines = kinds.some((kind) => kind === 'lines' || kind === 'boundaries')
    ? lineTargets(prepared, rules.spans, saidUnder(screener)).filter(
        (target) => wanted(target.of) && isAsked(target),
      )
    : [];
  const examples = trials.filter((trial) => isExample(trial)).length;
  return {
    shown: [...shown, ...lines.map((target) => showing(target, trials))],
    examples,
    cases: trials.length - examples,
  };
}

function showing(target: Target, trials: readonly Trial[]): Shown {
  return { target, by: trials.find(target.shows), among: trials };
}

/** What a trial is about: of an example its rule, of a case the whole. Each is worked out once for each rule set. */
function saidUnder(
  screener: Screener,
): (trial: Trial, prepared: PreparedRules, moments: boolean) => string {
  const known = new WeakMap<PreparedRules, WeakMap<Context, Map<boolean, string>>>();
  return (trial, prepared, moments) => {
    const ofRules = known.get(prepared) ?? new WeakMap<Context, Map<boolean, string>>();
    known.set(prepared, ofRules);
    const memo = ofRules.get(trial.context) ?? new Map<boolean, string>();
    ofRules.set(trial.context, memo);
    let said = memo.get(moments);
    if (said === undefined) memo.set(moments, (said = saidOf(trial, { ...screener, prepared }, moments)));
    return said;
  };
}

function saidOf(trial: Trial, screener: Screener, moments: boolean): string {
  const { of, intake, context } = trial;
  const { prepared } = screener;
  if ('rule' in of) {
    const rule = prepared.rules.find(({ body }) => body.id === of.rule);
    const word = rule && verdictWord(rule, { ...context, prepared, decided: new Map() });
    if (!moments) return String(word);
    const { instructions } = screen(intake, screener);
    const hours = instructions.filter((line) => line.rule === of.rule).map(({ at }) => at);
    return [word, ...hours].join(' ');
  }
  const { disposition, urgency, findings, instructions, earliest_go: earliest } = screen(intake, screener);
  const hours = moments ? instructions.map(({ at }) => at) : [];
  const found = findings.map((each) => `${each.rule} ${each.disposition}`);
  return [disposition, urgency, ...found, earliest?.at, ...hours].join(' ');
}
