import * as z from 'zod';

import { disposition, urgency } from '../rules/schema/common.ts';
import { parseJson } from '../source/parse-json.ts';
import {
  type AdditionContent,
  additionContent,
  type AdditionRecord,
  type ScreeningContent,
  screeningContent,
  type ScreeningRecord,
} from './record.ts';
import type { SealedRecord } from './sealed-record.ts';

/** Of a result only what tells it: those of older versions have less, those of newer ones more. */
const readableScreening = screeningContent.extend({
  result: z.looseObject({
    schema: z.literal('prescreen.result/1'),
    id: z.string(),
    disposition,
    urgency,
    findings: z.array(z.unknown()),
    procedure_at: z.string(),
    evaluated_at: z.string(),
    ruleset: z.looseObject({ digest: z.string() }),
  }),
});

/** Reads the content of a record, decrypted where it was encrypted; undefined when it is not of the promised shape. */
export function readContent(
  { id, header }: SealedRecord,
  text: string,
): ScreeningRecord | AdditionRecord | undefined {
  if (header.kind === 'screening') {
    const content = asWritten(readableScreening, text) as ScreeningContent | undefined;
    return content && { id, ...header, ...content };
  }
  const content = asWritten(additionContent, text) as AdditionContent | undefined;
  return content && { id, ...header, ...content };
}

/** As it was written, not as the schema would write it: a replay compares bytes, and so the order of keys counts. */
function asWritten(schema: z.ZodType, text: string): unknown {
  const value = parseJson(text);
  return schema.safeParse(value).success ? value : undefined;
}
