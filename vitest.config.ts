import { defineConfig } from 'vitest/config';

const room = (path: string) => new URL(path, import.meta.url).pathname;

export default defineConfig({
  resolve: {
    // Examples import the package by its name, as its users do.
    alias: [
      { find: /^mentor-matching$/, replacement: room('./src/index.ts') },
      { find: /^mentor-matching\/(.*)$/, replacement: room('./src/$1/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
  },
});
