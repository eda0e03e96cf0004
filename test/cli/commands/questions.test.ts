import { describe, expect, test } from 'vitest';

import { run, runJson } from '../../support/command-line.ts';
import { shipped } from '../../support/shipped.ts';

const IDS = shipped.ruleSet.questions.map(({ id }) => id);

describe('questions', () => {
  test('are printed in words', async () => {
    const { code, stdout, stderr } = await run(['questions']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const id of IDS) expect(stdout).toContain(id);
  });

  test('are the header of a CSV file', async () => {
    const { stdout } = await run(['questions', '--format', 'csv-template']);
    expect(stdout).toBe(`${IDS.join(',')}\n`);
  });

  test('are a JSON Schema with a property for each, in dotted and in nested form', async () => {
    const { stdout } = await run(['questions', '--format', 'json-schema']);
    const { $schema, properties } = JSON.parse(stdout) as { $schema: string; properties: object };
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...IDS, 'procedure']));
  });

  test('are a FHIR questionnaire', async () => {
    const { stdout } = await run(['questions', '--format', 'fhir']);
    expect(JSON.parse(stdout)).toMatchObject({ resourceType: 'Questionnaire' });
  });

  test('are one JSON document with --json', async () => {
    const { json } = await runJson(['questions']);
    expect(json).toHaveLength(IDS.length);
  });
});
