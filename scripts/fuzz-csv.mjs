/** 10,000 mangled files through the reader (`test/csv/fuzz.test.ts`); the suite reads 300. */
import { run } from './run.mjs';

process.env.MANGLED_FILES = process.argv[2] ?? '10000';
const { MANGLED_FILES } = process.env;
console.log(`reading ${MANGLED_FILES} mangled files`);
console.log(await run('npx', ['vitest', 'run', 'test/csv/fuzz.test.ts']));
