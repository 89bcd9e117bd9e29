import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { libraryVersion } from '../src/matching/version.js';
import { type Access, findArchitectureViolations, type Room } from './support/architecture.js';

const everything = (...names: readonly string[]): Record<string, Access> =>
  Object.fromEntries(names.map((name) => [name, 'everything']));
const types = (...names: readonly string[]): Record<string, Access> =>
  Object.fromEntries(names.map((name) => [name, 'types']));

/** The house, floor by floor. `core` stands open to every room. */
const rooms: Record<string, Room> = {
  core: { floor: 0, rooms: {}, packages: ['@noble/hashes'] },
  assignment: { floor: 1, rooms: {}, packages: [] },
  stable: { floor: 1, rooms: {}, packages: [] },
  survey: { floor: 1, rooms: {}, packages: ['ml-distance'] },
  statistics: { floor: 1, rooms: {}, packages: [] },
  participants: { floor: 2, rooms: everything('survey'), packages: [] },
  scoring: { floor: 3, rooms: everything('survey', 'participants'), packages: ['@noble/hashes'] },
  schema: {
    floor: 3,
    rooms: { ...everything('participants'), ...types('scoring', 'program') },
    packages: ['zod'],
  },
  matching: {
    floor: 4,
    rooms: everything('assignment', 'stable', 'survey', 'statistics', 'participants', 'scoring', 'schema'),
    packages: ['@noble/hashes'],
  },
  program: {
    floor: 4,
    rooms: { ...everything('participants', 'statistics'), ...types('scoring', 'matching') },
    packages: [],
  },
  wording: { floor: 5, rooms: { ...everything('scoring'), ...types('matching') }, packages: [] },
  // Metrics group people by the fields that a model can name, take dates from participants, and ask program how a
  // pair is doing, so that there is one answer to it.
  metrics: {
    floor: 5,
    rooms: { ...everything('statistics', 'participants', 'scoring', 'program'), ...types('matching') },
    packages: [],
  },
  // Questions of the kind "and if …?" compile the same people anew, which is a matter of scoring.
  fairness: { floor: 5, rooms: everything('statistics', 'scoring', 'matching'), packages: [] },
  quotas: {
    floor: 5,
    rooms: { ...everything('scoring', 'matching'), ...types('participants') },
    packages: ['highs'],
  },
  csv: {
    floor: 6,
    rooms: { ...everything('participants', 'schema'), ...types('matching', 'scoring') },
    packages: ['papaparse'],
  },
  report: {
    floor: 6,
    rooms: {
      ...types('assignment', 'stable', 'survey', 'participants', 'matching', 'program'),
      ...types('fairness', 'quotas'),
      ...everything('statistics', 'scoring', 'wording', 'metrics'),
    },
    packages: ['@noble/hashes'],
  },
};

/** Rooms that only other rooms enter, or whose verbs `mentor-matching` itself offers. */
const withoutPath = ['core', 'statistics', 'matching', 'wording'];

const sourceFolder = new URL('../src/', import.meta.url);
const files = new Map(
  readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path): [string, string] => [path, readFileSync(new URL(path, sourceFolder), 'utf8')]),
);

test('every file of src keeps to the architecture', () => {
  expect(files.size).toBeGreaterThan(5);
  expect(findArchitectureViolations(files, rooms)).toEqual([]);
});

test('values flow from lower floors only; types may also come from the same floor or from above', () => {
  for (const [name, room] of Object.entries(rooms)) {
    for (const [other, access] of Object.entries(room.rooms)) {
      if (access === 'types') continue;
      expect(rooms[other]?.floor, `${name} imports ${other}`).toBeLessThan(room.floor);
    }
  }
});

test('every room that has a path is published under it, and nothing else is', () => {
  const built = Object.keys(rooms).filter((name) => files.has(`${name}/index.ts`));
  const published = built.filter((name) => !withoutPath.includes(name)).map((name) => `./${name}`);
  expect(Object.keys(packageJson.exports).sort()).toEqual(['.', './package.json', ...published].sort());
  for (const name of published) {
    const folder = `./dist/${name.slice(2)}`;
    expect(Object.entries(packageJson.exports).find(([path]) => path === name)?.[1]).toEqual({
      import: { types: `${folder}/index.d.ts`, default: `${folder}/index.js` },
      require: { types: `${folder}/index.d.cts`, default: `${folder}/index.cjs` },
    });
  }
});

test('the version that records carry is the version of the package', () => {
  expect(libraryVersion).toBe(packageJson.version);
});

const doors = {
  'core/index.ts': '',
  'participants/index.ts': '',
  'scoring/index.ts': '',
  'program/index.ts': '',
};

test.each<[string, Record<string, string>, string]>([
  [
    'a lower room that imports a higher one',
    { 'participants/a.ts': "import { a } from '../scoring/index.js';" },
    'participants may not import scoring',
  ],
  [
    'a way round the door',
    { 'scoring/a.ts': "export * from '../core/hash.js';", 'core/hash.ts': '' },
    'not by its door',
  ],
  [
    'the front door giving out what is for other rooms',
    { 'index.ts': "export * from './scoring/inner.js';", 'scoring/inner.ts': '' },
    'not by its door',
  ],
  [
    'the second door of a room that may not be entered',
    { 'participants/a.ts': "import { a } from '../scoring/inner.js';", 'scoring/inner.ts': '' },
    'participants may not import scoring',
  ],
  [
    'a value where only types may pass',
    { 'schema/index.ts': "import { a } from '../program/index.js';" },
    'only types of program',
  ],
  [
    'an inline type, which still loads the file',
    { 'schema/index.ts': "import { type A } from '../program/index.js';" },
    'only types of program',
  ],
  [
    'a dynamic import upwards',
    { 'core/a.ts': "export const a = import('../scoring/index.js');" },
    'core may not import scoring',
  ],
  [
    'a type named in passing',
    { 'core/a.ts': "export type A = import('../scoring/index.js').A;" },
    'core may not import scoring',
  ],
  ['zod outside schema', { 'scoring/a.ts': "import * as z from 'zod';" }, 'the package zod'],
  ['a sub-path of zod', { 'scoring/a.ts': "import type { A } from 'zod/mini';" }, 'the package zod/mini'],
  ['Node', { 'core/a.ts': "import { readFileSync } from 'node:fs';" }, 'the package node:fs'],
  [
    'the front door from inside',
    { 'core/a.ts': "import { a } from '../index.js';", 'index.ts': '' },
    'from inside a room',
  ],
  ['a file that is not there', { 'core/a.ts': "import { a } from './b.js';" }, 'no file of src'],
  ['a room without a door', { 'survey/a.ts': '' }, 'no door'],
  ['a room that nobody designed', { 'helpers/index.ts': '' }, 'not a room'],
  ['chance', { 'core/a.ts': 'export const a = Math.random();' }, 'Math.random'],
  ['chance without a call', { 'core/a.ts': 'export const a = globalThis.Math.random;' }, 'Math.random'],
  ['the clock', { 'core/a.ts': 'export const a = Date.now();' }, 'Date.now'],
  ['a date of now', { 'core/a.ts': 'export const a = new Date();' }, 'Date()'],
  ['a text of now', { 'core/a.ts': 'export const a = Date();' }, 'Date()'],
  ['a locale', { 'core/a.ts': "export const a = 'a'.localeCompare('b');" }, 'localeCompare'],
  ['printing', { 'core/a.ts': "console.log('a');" }, 'console'],
  ['the time', { 'core/a.ts': 'export const a = performance.now();' }, 'performance'],
  [
    'the time by the long way',
    { 'core/a.ts': 'export const a = globalThis.performance.now();' },
    'performance',
  ],
  ['a pause', { 'core/a.ts': 'setTimeout(() => {}, 0);' }, 'setTimeout'],
  ['the host', { 'core/a.ts': 'export const a = globalThis;' }, 'globalThis'],
  ['evaluated text', { 'core/a.ts': "export const a = new Function('return 1');" }, 'Function()'],
  ['unportable numerics in scoring', { 'scoring/a.ts': 'export const a = Math.exp(1);' }, 'Math.exp'],
  ['a file too long to read', { 'core/a.ts': '//\n'.repeat(301) }, '301 lines'],
  [
    'files that import each other',
    { 'core/a.ts': "import './b.js';", 'core/b.ts': "import './a.js';" },
    'core/a.ts → core/b.ts → core/a.ts',
  ],
])('it notices %s', (_, broken, message) => {
  const violations = findArchitectureViolations(new Map(Object.entries({ ...doors, ...broken })), rooms);
  expect(violations.join('\n')).toContain(message);
});

test.each<[string, Record<string, string>]>([
  ['types where types may pass', { 'schema/index.ts': "import type { A } from '../program/index.js';" }],
  [
    'the second door of a lower room',
    { 'scoring/a.ts': "import { a } from '../participants/inner.js';", 'participants/inner.ts': '' },
  ],
  ['zod in schema', { 'schema/index.ts': "import * as z from 'zod';" }],
  ['a date that was passed in', { 'core/a.ts': "export const a = new Date('2026-01-01');" }],
  [
    'the same words in comments and texts',
    { 'core/a.ts': "/** never Math.random */ export const a = 'console';" },
  ],
  [
    'fields that share a name with a global',
    { 'core/a.ts': 'export const a = (b: { process: 1 }) => b.process;' },
  ],
  [
    'the clock in the file that stands for the host',
    { 'core/host.ts': 'export const a = performance.now();' },
  ],
  ['types that go round', { 'core/a.ts': "import type {} from './b.js';", 'core/b.ts': "import './a.js';" }],
])('it allows %s', (_, sound) => {
  expect(findArchitectureViolations(new Map(Object.entries({ ...doors, ...sound })), rooms)).toEqual([]);
});
