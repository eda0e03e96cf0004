import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';

import { screenResult } from '../../../src/evaluation/result.ts';
import { folderWith, HOME, run, runJson } from '../../support/command-line.ts';
import { healthyWith } from '../../support/generated-intake.ts';

const GO = healthyWith({ id: 'GO-1' });
const CONTACT = healthyWith({ id: 'CONTACT-1', medications: ['zzyzxin'] });
const HOLD = healthyWith({ id: 'HOLD-1', 'infection.active': true });
const INVALID = healthyWith({ id: 'BAD-1', 'infection.temperature_c': 367 });

/** A file of this name, with the value as JSON unless it is a text. */
function file(name: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return join(folderWith({ [name]: text }), name);
}

describe('one intake', () => {
  test('is printed as a summary', async () => {
    const { code, stdout, stderr } = await run(['check', file('a.json', GO)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^GO {3}GO-1\n/);
  });

  test('is printed with --json as one object of the promised shape, and nothing else', async () => {
    const { code, json, stderr } = await runJson(['check', file('a.json', HOLD)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(screenResult.parse(json)).toMatchObject({ id: 'HOLD-1', disposition: 'hold' });
  });

  test('may be YAML', async () => {
    const { json } = await runJson(['check', file('a.yaml', stringify(CONTACT))]);
    expect(json).toMatchObject({ id: 'CONTACT-1', disposition: 'contact-physician' });
  });

  test.each([
    ['JSON', JSON.stringify(GO)],
    ['YAML', stringify(GO)],
  ])('may come as %s on standard input', async (_, stdin) => {
    const { json } = await runJson(['check', '-'], { stdin });
    expect(json).toMatchObject({ id: 'GO-1', disposition: 'go' });
  });

  test('without a screening of its own is decided as of now', async () => {
    const { json } = await runJson(['check', file('a.json', { ...GO, screened_at: null })]);
    expect(json).toMatchObject({ evaluated_at: '2026-11-24T07:30:00-09:00' });
  });
});

describe('several intakes', () => {
  test('of one file are a list', async () => {
    const { code, json } = await runJson(['check', file('a.json', [GO, HOLD])]);
    expect(code).toBe(0);
    expect(json).toMatchObject([{ id: 'GO-1' }, { id: 'HOLD-1' }]);
  });

  test('of several files are a list in their order, a list of one too', async () => {
    const { json } = await runJson([
      'check',
      file('a.json', HOLD),
      file('b.yaml', stringify([GO])),
      file('c.json', CONTACT),
    ]);
    expect(json).toMatchObject([{ id: 'HOLD-1' }, { id: 'GO-1' }, { id: 'CONTACT-1' }]);
    expect((await runJson(['check', file('a.json', [GO])])).json).toHaveLength(1);
  });

  test('are printed one below the other', async () => {
    const { stdout } = await run(['check', file('a.json', [GO, HOLD])]);
    expect(stdout).toMatch(/^GO {3}GO-1\n[^]*\n─{80}\n+HOLD {3}HOLD-1\n/);
  });
});

describe('an intake that is not valid', () => {
  test('alone ends with 2, and says what is wrong and where', async () => {
    const path = file('a.json', JSON.stringify(INVALID, null, 2));
    const { code, stdout, stderr } = await run(['check', path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^BAD-1 is rejected:\n\n.*a\.json:\d+:\d+ implausible-value: /);
  });

  test('among several ends with 3, and the others are decided', async () => {
    const path = file('a.json', [GO, INVALID, HOLD]);
    const { code, json } = await runJson(['check', path]);
    expect(code).toBe(3);
    expect(json).toMatchObject([
      { id: 'GO-1', disposition: 'go' },
      {
        id: 'BAD-1',
        error: { code: 'implausible-value', at: expect.stringMatching(/a\.json:1:\d+$/) },
      },
      { id: 'HOLD-1', disposition: 'hold' },
    ]);
    const [, rejected] = json as { error: Record<string, string> }[];
    expect(Object.keys(rejected?.error ?? {})).toEqual(['code', 'message', 'at']);
  });

  test('in a file of its own among several ends with 3 too', async () => {
    const { code, json } = await runJson(['check', file('a.json', INVALID), file('b.json', GO)]);
    expect(code).toBe(3);
    expect(json).toMatchObject([{ id: 'BAD-1', error: {} }, { id: 'GO-1' }]);
  });

  test('has no id when none was given', async () => {
    const { json } = await runJson(['check', file('a.json', { ...GO, id: null })]);
    expect(json).toMatchObject({ id: null, error: { code: 'missing-field' } });
  });

  test('is described in the message, not repeated, where it is what a patient said', async () => {
    const said = 'Jane Doe has had a fever since Monday';
    const { json } = await runJson(['check', file('a.json', { ...GO, 'infection.active': said })]);
    expect(json).toMatchObject({
      error: { message: '`infection.active`: found a text, expected yes or no' },
    });
  });
});

describe('a file that cannot be read', () => {
  test('is trouble, with the reason and without a trace', async () => {
    const missing = join(folderWith(), 'none.json');
    expect(await run(['check', missing])).toEqual({
      code: 2,
      stdout: '',
      stderr: `${missing}: there is no such file or folder\n`,
    });
    expect(await run(['check', folderWith()])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('it is a folder'),
    });
  });

  test.each([
    ['a.json', '{"id": "A-1",', /a\.json:1:\d+ invalid-json: /],
    ['a.yaml', 'id: [A-1', /a\.yaml:1:\d+ invalid-yaml: /],
    ['a.json', '{"id": 1, "id": 2}', /a\.json:1:\d+ duplicate-key: /],
    ['a.json', '', /a\.json:1:1 /],
  ])('%s with `%s` is told with its place', async (name, text, expected) => {
    const { code, stdout, stderr } = await run(['check', file(name, text)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(expected);
  });

  test('must be UTF-8', async () => {
    const path = join(folderWith({ 'a.json': new Uint8Array([0x7b, 0xff, 0x7d]) }), 'a.json');
    expect(await run(['check', path])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not UTF-8'),
    });
  });
});

describe('--exit-code', () => {
  test.each([
    [[GO], 0],
    [[GO, CONTACT], 10],
    [[CONTACT, HOLD, GO], 20],
  ])('tells the most restrictive of all: %#', async (intakes, code) => {
    expect((await run(['check', '--exit-code', file('a.json', intakes)])).code).toBe(code);
  });

  test('gives way to an intake that is rejected', async () => {
    expect((await run(['check', '--exit-code', file('a.json', [HOLD, INVALID])])).code).toBe(3);
  });
});

describe('--as-of', () => {
  test.each(['2026-11-20T14:30', '2026-11-20T23:30Z'])(
    '%s stands in place of the screening, at the clinic',
    async (moment) => {
      const { json } = await runJson(['check', file('a.json', GO), '--as-of', moment]);
      expect(json).toMatchObject({ evaluated_at: '2026-11-20T14:30:00-09:00' });
    },
  );

  test.each(['yesterday', '2026-11-20', '2026-02-30T10:00'])('%s is no moment', async (moment) => {
    expect(await run(['check', file('a.json', GO), '--as-of', moment])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('is no moment'),
    });
  });
});

describe('the shipped examples', () => {
  const folder = join(HOME, 'examples');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

  test('are decided, all of them', async () => {
    const { code, json } = await runJson(['check', ...names.map((name) => join(folder, name))]);
    expect(code).toBe(0);
    expect(json).toHaveLength(names.length);
    for (const each of json as unknown[]) expect(screenResult.parse(each)).toEqual(each);
  });
});
