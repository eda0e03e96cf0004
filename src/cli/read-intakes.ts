import type { Readable } from 'node:stream';

import { readIntake, type IntakeReading, type ReadingOptions } from '../intake/read-intake.ts';
import type { IntakeFault } from '../intake/fault.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Diagnostic, SourceText } from '../source/diagnostic.ts';
import type { SourceDocument } from '../source/document.ts';
import { readJson } from '../source/json-document.ts';
import { decode, readText } from './files.ts';

/** One intake of a file, read or not. */
export type ReadIntake =
  | (Extract<IntakeReading, { ok: true }> & {
      /** As it stands in the file. */
      readonly raw: unknown;
    })
  | {
      readonly ok: false;
      readonly id: string | undefined;
      readonly diagnostics: readonly Diagnostic[];
    };

export interface IntakeFile {
  readonly isList: boolean;
  readonly intakes: readonly ReadIntake[];
}

/** Reads the intakes of a JSON or YAML file; `-` is standard input, where there is one. */
export async function readIntakeFile(
  file: string,
  ruleSet: RuleSet,
  options: ReadingOptions,
  stdin?: Readable,
): Promise<IntakeFile> {
  const source = file === '-' && stdin ? await readStandardInput(stdin) : readText(file);
  const document = await readDocument(source);
  if (document.diagnostics.length > 0) {
    return {
      isList: false,
      intakes: [{ ok: false, id: undefined, diagnostics: document.diagnostics }],
    };
  }
  const { value } = document;
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : [value];
  return {
    isList,
    intakes: items.map((item, index) => {
      const reading = readIntake(item, ruleSet, options);
      if (reading.ok) return { ...reading, raw: item };
      const base = isList ? [index] : [];
      const diagnostics = reading.faults.map((fault) => located(fault, document, base));
      return { ok: false, id: reading.id, diagnostics };
    }),
  };
}

async function readStandardInput(stdin: Readable): Promise<SourceText> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return { file: '<stdin>', text: decode('<stdin>', Buffer.concat(chunks)) };
}

/** JSON by its name or, on standard input, by its first character; YAML otherwise. The YAML reader loads only then. */
export async function readDocument(source: SourceText): Promise<SourceDocument> {
  const isJson =
    /\.json$/i.test(source.file) ||
    (!/\.ya?ml$/i.test(source.file) && /^\s*[[{]/.test(source.text));
  if (isJson) return readJson(source);
  const { readYaml } = await import('../source/yaml-document.ts');
  return readYaml(source);
}

function located(
  fault: IntakeFault,
  document: SourceDocument,
  base: readonly number[],
): Diagnostic {
  const path = [...base, ...fault.path];
  return {
    code: fault.code,
    severity: 'error',
    message:
      fault.field === '' || fault.message.includes(`\`${fault.field}\``)
        ? fault.message
        : `\`${fault.field}\`: ${fault.message}`,
    span: fault.atKey ? document.locateKey(path) : document.locate(path),
    ...(fault.help === undefined ? {} : { help: fault.help }),
  };
}
