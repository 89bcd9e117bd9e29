import { defineConfig } from 'tsup';

/** One entry per published room; the package's `exports` name the same files. */
const rooms = ['assignment', 'participants', 'scoring', 'schema'];

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    ...Object.fromEntries(rooms.map((room) => [`${room}/index`, `src/${room}/index.ts`])),
  },
  format: ['esm', 'cjs'],
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
});
