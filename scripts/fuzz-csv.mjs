/** 10,000 mangled files through the reader (`test/csv/fuzz.test.ts`), or as many as are asked for; the suite reads 300. */
process.env.MANGLED_FILES = process.argv[2] ?? '10000';
// Only now, since it keeps the environment of the moment.
const { run } = await import('./run.mjs');
console.log(await run('npx', ['vitest', 'run', 'test/csv/fuzz.test.ts', '--reporter=verbose']));
