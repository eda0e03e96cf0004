import { isObject } from '../intake/flatten.ts';
import { readJson } from '../source/json-document.ts';
import { fhirAnswers, type KnownCodes } from './fhir/fhir-answers.ts';
import { isResource } from './fhir/resource.ts';
import type { RowAnswers } from './row.ts';

/** The answers of a row of JSON. A rejected row comes back as it was written: beside why, or inside a text. */
export function jsonAnswers(raw: string, known: KnownCodes): RowAnswers {
  if (isTooDeep(raw)) return { ok: false, faults: [TOO_DEEP] };
  const { value, diagnostics } = readJson({ file: '', text: raw });
  const [fault] = diagnostics;
  if (fault)
    return { ok: false, faults: [{ code: fault.code, field: '', message: fault.message }] };
  if (isObject(value) && 'reject' in value && 'original' in value) {
    const { original } = value;
    return typeof original === 'string'
      ? jsonAnswers(original, known)
      : answersOfValue(original, known);
  }
  return answersOfValue(value, known);
}

function answersOfValue(value: unknown, known: KnownCodes): RowAnswers {
  return isResource(value) ? fhirAnswers(value, known) : { ok: true, answers: value };
}

/** Deeper than any answer or resource; reading it would go as deep. */
const DEEPEST = 200;
const TOO_DEEP = { code: 'invalid-json', field: '', message: 'it is nested too deeply' };

function isTooDeep(raw: string): boolean {
  let depth = 0;
  for (const bracket of raw.match(/[[\]{}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
