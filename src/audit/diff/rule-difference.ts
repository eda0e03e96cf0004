import type { PreparedRule } from '../../evaluation/context.ts';
import { type Taken, unusual, walk } from '../regions/choices.ts';
import { walkDifferences } from '../regions/focus.ts';
import { LazyPatient } from '../regions/lazy-patient.ts';
import { type Model, modelOf } from '../regions/model.ts';
import { conditionsIn, readingOf } from '../regions/reading.ts';
import { isSame, QUIET, type Standing, standingOf } from '../regions/standing.ts';
import type { Nodes } from '../regions/nodes.ts';

/** One kind of patient to whom a rule stands otherwise than before. */
export interface Leaf {
  readonly before: Standing;
  readonly after: Standing;
  readonly taken: readonly Taken[];
  /** What was looked at on the walk. */
  readonly model: Model;
}

export interface RuleDifference {
  readonly rule: string;
  /** Those nearest to the healthy patient first; a few for each change of standing. */
  readonly leaves: readonly Leaf[];
  /** Patients with whom the rule fires before and after, for changes of words. */
  readonly fired: () => readonly Leaf[];
  /** Whether every region was looked at. */
  readonly complete: boolean;
  readonly regions: number;
}

/** For each change of standing; the nearest may turn out to exist only in the abstract. */
const KEPT = 60;

/** Where a rule stands otherwise, over every patient that its two versions can tell apart. */
export function ruleDifference(id: string, nodes: Nodes, budget: number): RuleDifference {
  const inForce = nodes.prepared.map((prepared) =>
    prepared.rules.find(({ body }) => body.id === id),
  );
  const slots = Number(inForce.some((rule) => rule?.body.each_medicine));
  const conditions = inForce.map((rule) => (rule ? conditionsIn(rule) : []));
  const readings = nodes.prepared.map((prepared, index) =>
    readingOf(conditions[index] ?? [], prepared),
  );
  const model = modelOf(nodes.benches, readings, { slots, nodes, names: nodes.names });
  const groups = new Map<string, Leaf[]>();
  const run = (patient: LazyPatient): Standing[] =>
    inForce.map((rule, index) => (rule ? standingOf(rule, patient, index) : QUIET));
  const { complete, regions } = walkDifferences(
    { model, conditions, bodies: inForce.map((rule) => rule && decisive(rule)) },
    run,
    ([before = QUIET, after = QUIET], taken) => {
      const leaf = { before, after, taken, model };
      if (!isSame(before, after) && nodes.isPossible(taken, model)) keep(groups, leaf);
    },
    budget,
  );
  const leaves = [...groups.values()]
    .flat()
    .toSorted((a, b) => unusual(a.taken) - unusual(b.taken));
  return { rule: id, leaves, complete, regions, fired: () => firedLeaves(model, run) };
}

/** A patient for each medicine, or each way, by which it fires in both. */
function firedLeaves(model: Model, run: (patient: LazyPatient) => Standing[]): Leaf[] {
  const leaves = new Map<string, Leaf>();
  walk(
    (choose) => run(new LazyPatient(choose, model)),
    ([before = QUIET, after = QUIET], taken) => {
      const name = JSON.stringify(taken.find(({ key }) => key === 'medicine:0:name')?.index);
      if (before.is === 'fired' && after.is === 'fired' && !leaves.has(name))
        leaves.set(name, { before, after, taken, model });
    },
    FIRED_BUDGET,
  );
  return [...leaves.values()];
}

const FIRED_BUDGET = 4000;

function keep(groups: Map<string, Leaf[]>, leaf: Leaf): void {
  const key = JSON.stringify([leaf.before, leaf.after]);
  const group = groups.get(key) ?? [];
  groups.set(key, group);
  const distance = unusual(leaf.taken);
  const place = group.findIndex((other) => unusual(other.taken) > distance);
  if (place === -1) group.push(leaf);
  else group.splice(place, 0, leaf);
  if (group.length > KEPT) group.pop();
}

/** What of a rule bears on decisions beside its conditions. */
function decisive({ body, needs, asksLastDose }: PreparedRule): unknown {
  return [
    body.outcome,
    body.urgency,
    body.message === undefined,
    [...needs],
    asksLastDose,
    body.each_medicine !== undefined,
  ];
}
