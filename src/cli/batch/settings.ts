/** What a batch is decided by, in a form that goes to other threads. */
import { BatchDecider, type OutputKind } from '../../batch/decide-rows.ts';
import { readMapping } from '../../batch/mapping/read-mapping.ts';
import type { Mapping } from '../../batch/mapping/read-mapping.ts';
import type { MedicinesById } from '../../batch/medicine-rows.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { SourceText } from '../../source/diagnostic.ts';
import type { ForceOptions, InForce } from '../in-force.ts';
import { Trouble } from '../trouble.ts';

export interface BatchSettings {
  readonly force: ForceOptions;
  readonly asOf: number | undefined;
  readonly now: number;
  readonly output: OutputKind;
  readonly medicines: MedicinesById;
  readonly mapping: SourceText | undefined;
  readonly hasPage: boolean;
}

export function deciderOf(
  { asOf, now, output, medicines, mapping, hasPage }: BatchSettings,
  inForce: InForce,
): BatchDecider {
  const { screener, ruleSet } = inForce;
  let codes: ReadonlyMap<string, string> | undefined;
  return new BatchDecider({
    screener,
    reading: { zone: screener.zone, asOf, now },
    output,
    medicines,
    nameOfCode: (rxcui) => (codes ??= codesOf(inForce)).get(rxcui),
    ...(mapping === undefined ? {} : { mapping: mappingOf(mapping, ruleSet) }),
    hasPage,
  });
}

/** Made when the first code is asked for: most files have none. */
function codesOf({ medicines }: InForce): ReadonlyMap<string, string> {
  return new Map(
    medicines.vocabulary.ingredients.flatMap(({ rxcui, name }) =>
      rxcui === undefined ? [] : [[rxcui, name] as const],
    ),
  );
}

export function mappingOf(source: SourceText, ruleSet: RuleSet): Mapping {
  const read = readMapping(source, ruleSet);
  if (!read.ok) throw new Trouble('the mapping cannot be used', read.diagnostics);
  return read.value;
}
