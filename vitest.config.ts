import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    tags: [
      {
        name: 'long',
        description: 'whole processes, browsers, searches over thousands of patients',
      },
    ],
  },
});
