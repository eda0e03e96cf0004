#!/usr/bin/env node
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

createRequire(import.meta.url)('../dist/prescreen.cjs').run(fileURLToPath(new URL('..', import.meta.url)));
