/** The same rules in other engines, written from the rule files by this program; each tells the rules that fire. */
import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';

import type { Answers, Op, Stated, StatedRule } from './stated-rules.ts';

export interface OtherEngine {
  readonly name: string;
  /** The places of the rules that fire, in order, for answers under plain names. */
  readonly fired: (data: Record<string, unknown>) => Promise<number[]>;
  /** Patients to time it with: slow ones get few. */
  readonly patients: number;
}

export async function otherEngines(rules: readonly StatedRule[]): Promise<OtherEngine[]> {
  return [jsonLogic(rules), jsonRules(rules), zen(rules)];
}

/** Names that every engine takes: without dots. */
function plainName(fact: string): string {
  return fact.replaceAll(/[^a-z0-9_]/gi, '_');
}

export function plainNames(answers: Answers): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).map(([id, value]) => [plainName(id), value]));
}

function jsonLogic(rules: readonly StatedRule[]): OtherEngine {
  const engine = new LogicEngine();
  const built = rules.map(({ when }) => engine.build(logicOf(when)));
  return {
    name: 'json-logic-engine, compiled',
    fired: async (data) => built.flatMap((decide, index) => (decide(data) ? [index] : [])),
    patients: 4000,
  };
}

const LOGIC: Readonly<Record<Op, string>> = {
  'at-least': '>=',
  'at-most': '<=',
  'more-than': '>',
  'less-than': '<',
};

function logicOf(when: Stated): Record<string, unknown> {
  switch (when.kind) {
    case 'all':
      return { and: when.of.map(logicOf) };
    case 'any':
      return { or: when.of.map(logicOf) };
    case 'none':
      return { '!': { or: when.of.map(logicOf) } };
    case 'one-of':
      return { in: [{ var: plainName(when.fact) }, when.values] };
    case 'includes':
      return { or: when.values.map((value) => ({ in: [value, { var: plainName(when.fact) }] })) };
    case 'number':
      return { [LOGIC[when.op]]: [{ var: plainName(when.fact) }, when.limit] };
  }
}

export function jsonRules(rules: readonly StatedRule[]): OtherEngine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('containsAny', (own: unknown, values: unknown) => {
    return Array.isArray(own) && Array.isArray(values) && values.some((each) => own.includes(each));
  });
  for (const [index, { when }] of rules.entries())
    engine.addRule({ conditions: topLevel(ruleOf(when)), event: { type: String(index) } });
  return {
    name: 'json-rules-engine',
    fired: async (data) => {
      const { events } = await engine.run(data);
      return events.map(({ type }) => Number(type)).toSorted((a, b) => a - b);
    },
    patients: 200,
  };
}

function topLevel(condition: NestedCondition): TopLevelCondition {
  return 'all' in condition || 'any' in condition || 'not' in condition
    ? condition
    : { all: [condition] };
}

const OPERATORS: Readonly<Record<Op, string>> = {
  'at-least': 'greaterThanInclusive',
  'at-most': 'lessThanInclusive',
  'more-than': 'greaterThan',
  'less-than': 'lessThan',
};

function ruleOf(when: Stated): NestedCondition {
  switch (when.kind) {
    case 'all':
      return { all: when.of.map(ruleOf) };
    case 'any':
      return { any: when.of.map(ruleOf) };
    case 'none':
      return { not: { any: when.of.map(ruleOf) } };
    case 'one-of':
      return { fact: plainName(when.fact), operator: 'in', value: when.values };
    case 'includes':
      return { fact: plainName(when.fact), operator: 'containsAny', value: when.values };
    case 'number':
      return { fact: plainName(when.fact), operator: OPERATORS[when.op], value: when.limit };
  }
}

function zen(rules: readonly StatedRule[]): OtherEngine {
  const expressions = rules.map(({ when }, index) => ({
    id: `e${index}`,
    key: `r${index}`,
    value: expressionOf(when),
  }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in' },
      { id: 'rules', type: 'expressionNode', name: 'rules', content: { expressions } },
      { id: 'out', type: 'outputNode', name: 'out' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  });
  return {
    name: '@gorules/zen-engine',
    fired: async (data) => {
      const { result } = await decision.evaluate(data);
      return rules.flatMap((_, index) => (result[`r${index}`] === true ? [index] : []));
    },
    patients: 200,
  };
}

function expressionOf(when: Stated): string {
  switch (when.kind) {
    case 'all':
      return `(${when.of.map(expressionOf).join(' and ')})`;
    case 'any':
      return `(${when.of.map(expressionOf).join(' or ')})`;
    case 'none':
      return `(not (${when.of.map(expressionOf).join(' or ')}))`;
    case 'one-of':
      return `(${plainName(when.fact)} in [${when.values.map(literal).join(', ')}])`;
    case 'includes':
      return `some(${plainName(when.fact)}, # in [${when.values.map(literal).join(', ')}])`;
    case 'number':
      return `(${plainName(when.fact)} ${LOGIC[when.op]} ${when.limit})`;
  }
}

function literal(value: string | boolean): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
