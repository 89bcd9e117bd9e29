import { existsSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import packageJson from './package.json' with { type: 'json' };
import { pureTopLevel } from './scripts/pure-top-level.js';

/** `./scoring` in the package's `exports`, which alone decide what is published, is `src/scoring/index.ts`. */
const entry = Object.fromEntries(
  Object.keys(packageJson.exports)
    .filter((path) => path !== './package.json')
    .map((path) => (path === '.' ? 'index' : `${path.slice(2)}/index`))
    .map((name): [string, string] => [name, `src/${name}.ts`]),
);

for (const source of Object.values(entry)) {
  if (!existsSync(source)) throw new Error(`package.json exports an entry that has no source: ${source}`);
}

const shared: Options = {
  entry,
  // typescript 6 refuses the `baseUrl` that the declaration build sets unless told so.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  tsconfig: 'tsconfig.src.json',
  target: 'es2022',
  platform: 'neutral',
  removeNodeProtocol: false,
  // One copy of each class in every entry; CommonJS splitting needs treeshake.
  splitting: true,
  treeshake: true,
  sourcemap: false,
  clean: false,
  esbuildPlugins: [pureTopLevel],
};

export default defineConfig([
  { ...shared, format: 'esm' },
  // ml-distance is ESM alone, which CommonJS cannot load on every Node 20; THIRD-PARTY-NOTICES.md says so.
  { ...shared, format: 'cjs', noExternal: ['ml-distance'] },
]);
