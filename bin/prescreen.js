#!/usr/bin/env node
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { start } = createRequire(import.meta.url)('../dist/start.cjs');
await start(fileURLToPath(new URL('..', import.meta.url)));
