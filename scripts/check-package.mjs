/**
 * What npm would publish, installed and used the way a stranger would: the tarball in an empty folder, every entry
 * imported as ESM, required as CommonJS and compiled from TypeScript in both formats, with every block of code in the
 * documents. The tarball holds what it must and nothing else, no document in it points to a file that is not, and its
 * notices name the packages that are bundled.
 * Needs no network: see `install-packed.mjs`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { installPacked } from './install-packed.mjs';
import { root, runNode, runTool } from './run.mjs';

const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.keys(own.exports)
  .filter((path) => path !== './package.json')
  .map((path) => own.name + path.slice(1));
const modules = entries.map((_, i) => `m${i}`).join(', ');

/** Runs in both formats and prints the same in both. */
const use = `
for (const module of [${modules}]) console.log(Object.keys(module).filter((name) => name !== 'default').sort().join(' '));
const mentees = [{ id: 'ana', interests: ['climbing'] }, { id: 'bo', interests: ['jazz'] }, { id: 'cy' }];
const mentors = [{ id: 'kim', interests: ['jazz'] }, { id: 'lee', interests: ['Climbing'] }];
const matching = m0.matchCohort({ mentees, mentors }, { assumeOptedIn: true });
console.log(JSON.stringify(matching));
const pairs = matching.pairs.map(({ menteeId, mentorId }) => menteeId + '-' + mentorId).sort().join(' ');
if (pairs !== 'ana-lee bo-kim' || matching.proof.gap !== 0) throw new Error('a wrong matching: ' + pairs);
try {
  m0.matchCohort({ mentees, mentors });
  throw new Error('took people who were not asked');
} catch (error) {
  if (!m0.isInputError(error) || !(error instanceof m0.InputError)) throw error;
  console.log(error.message);
}
`;

/** Compiles in both formats; every declaration is read too, hence no \`skipLibCheck\`. */
const typedUse = `
const matching: m0.Matching = m0.matchCohort({ mentees: [{ id: 'ana' }], mentors: [] }, { assumeOptedIn: true });
export const ids: readonly string[] = matching.pairs.map(({ menteeId }) => menteeId);
// @ts-expect-error a score is a number
export const score: string = matching.pairs[0]!.score;
export const modules = [${modules}];
`;
const typedOptions = {
  target: 'es2022',
  lib: ['es2023', 'dom'], // zod's declarations speak of URL
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
};

const folder = mkdtempSync(join(tmpdir(), `${own.name}-`));
const write = (name, text) => writeFileSync(join(folder, name), text);

try {
  const { files, size } = await installPacked(folder);
  checkContents(files);
  checkLinks(files);
  checkNotices(files.filter((path) => /\.c?js$/.test(path)));
  write('package.json', JSON.stringify({ private: true }));

  write('esm.mjs', `${entries.map((name, i) => `import * as m${i} from '${name}';`).join('\n')}\n${use}`);
  write('cjs.cjs', `${entries.map((name, i) => `const m${i} = require('${name}');`).join('\n')}\n${use}`);
  const esm = await runNode(['esm.mjs'], { cwd: folder });
  const cjs = await runNode(['cjs.cjs'], { cwd: folder });
  if (esm !== cjs) throw new Error(`ESM and CommonJS differ:\n${esm}\n${cjs}`);

  const typed = entries.map((name, i) => `import * as m${i} from '${name}';`).join('\n') + typedUse;
  write('esm.mts', typed);
  write('cjs.cts', typed);
  write('tsconfig.json', JSON.stringify({ compilerOptions: typedOptions, files: ['esm.mts', 'cjs.cts'] }));
  await runTool('typescript', ['-p', folder], { cwd: folder });

  const blocks = blocksOfDocuments();
  for (const [name, text] of blocks) write(name, text);
  // As a project starts: strict, without the two options that ask for more.
  const plain = { ...typedOptions, exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false };
  write('tsconfig.json', JSON.stringify({ compilerOptions: plain, files: blocks.map(([name]) => name) }));
  await runTool('typescript', ['-p', folder], { cwd: folder });
  console.log(
    `${files.length} files, ${(size / 1024).toFixed(0)} kB packed; ESM, CommonJS and TypeScript agree; ${blocks.length} blocks compile`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Every file that package.json names is there, and no other but code, declarations and documents. */
function checkContents(files) {
  const named = JSON.stringify(own.exports).match(/dist\/[^"]+/g);
  const pages = ['README', 'CHANGELOG', 'CONTRIBUTING', 'SECURITY', 'THIRD-PARTY-NOTICES'];
  const documents = ['package.json', 'LICENSE', ...pages.map((name) => `${name}.md`)];
  const missing = [...named, ...documents].filter((path) => !files.includes(path));
  if (missing.length > 0) throw new Error(`the tarball lacks ${missing.join(', ')}`);
  const isExpected = (path) =>
    documents.includes(path) ||
    /^dist\/([a-z-]+\/)?[\w.-]+\.(c?js|d\.c?ts)$|^docs\/[\w-]+\.(md|svg)$/.test(path);
  const strangers = files.filter((path) => !isExpected(path));
  if (strangers.length > 0) throw new Error(`the tarball holds ${strangers.join(', ')}`);
}

/** Whoever reads the installed package finds every guide and picture that a document links. */
function checkLinks(files) {
  const dead = files
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const links = readFileSync(join(root, path), 'utf8').matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g);
      return [...links].map(([, link]) => [path, posix.join(posix.dirname(path), link)]);
    })
    .filter(([, target]) => !files.includes(target));
  if (dead.length > 0) {
    throw new Error(`links out of the tarball: ${dead.map((ends) => ends.join(' → ')).join(', ')}`);
  }
}

/** The build leaves a comment with the path in front of every module that it takes in. */
function checkNotices(files) {
  const bundled = files.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return [...text.matchAll(/^\/\/ .*node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)].map((match) => match[1]);
  });
  const notices = readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8');
  const noticed = [...notices.matchAll(/^\| ([\w@/-]+) \d+ \|/gm)].map((match) => match[1]);
  const [is, said] = [bundled, noticed].map((names) => [...new Set(names)].sort().join(' '));
  if (is !== said) throw new Error(`the build holds ${is}; THIRD-PARTY-NOTICES.md names ${said}`);
}

/** Each block of TypeScript in README and docs as a file of its own. */
function blocksOfDocuments() {
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...pages.map((name) => `docs/${name}`)].flatMap((path) => {
    const blocks = [...readFileSync(join(root, path), 'utf8').matchAll(/^```ts\n(.*?)^```/gms)];
    return blocks.map(([, text], at) => [
      `${path.replaceAll(/\W/g, '-')}-${at + 1}.mts`,
      `${text}\nexport {};\n`,
    ]);
  });
}
