import type * as z from 'zod';

import { parseJson } from './parse-json.ts';
import {
  type AdditionContent,
  additionContent,
  type AdditionRecord,
  type ScreeningContent,
  screeningContent,
  type ScreeningRecord,
} from './record.ts';
import type { SealedRecord } from './sealed-record.ts';

/** Reads the content of a record, decrypted where it was encrypted; undefined when it is not of the promised shape. */
export function readContent(
  { id, header }: SealedRecord,
  text: string,
): ScreeningRecord | AdditionRecord | undefined {
  if (header.kind === 'screening') {
    const content = parse<ScreeningContent>(screeningContent, text);
    return content && { id, ...header, ...content };
  }
  const content = parse<AdditionContent>(additionContent, text);
  return content && { id, ...header, ...content };
}

/** As it was written, not as the schema would write it: a replay compares bytes, and so the order of keys counts. */
function parse<T>(schema: z.ZodType<T>, text: string): T | undefined {
  const value = parseJson(text);
  return schema.safeParse(value).success ? (value as T) : undefined;
}
