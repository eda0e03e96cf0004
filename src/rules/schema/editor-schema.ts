import * as z from 'zod';

import { formularyFile } from '../../medicines/schema.ts';
import { approvalsFile } from './approvals.ts';
import { propertiesFile } from './property.ts';
import { ruleFile } from './rule-file.ts';
import { site } from './site.ts';

/** The JSON Schema with which editors complete and explain rule, formulary, site and property files. */
export function editorSchema(): unknown {
  const any = z.union([ruleFile, formularyFile, site, approvalsFile, propertiesFile]);
  return z.toJSONSchema(any, { io: 'input', unrepresentable: 'any' });
}
