import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

/** Every published entry, which a block may import. */
const entries = new Map<string, object>();
for (const path of Object.keys(packageJson.exports)) {
  if (path === './package.json') continue;
  const source = path === '.' ? '../src/index.js' : `../src/${path.slice(2)}/index.js`;
  entries.set(packageJson.name + path.slice(1), await import(source));
}

const root = new URL('../', import.meta.url);
const pages = readdirSync(root, { recursive: false, encoding: 'utf8' }).includes('docs')
  ? readdirSync(new URL('docs/', root), { encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  : [];
const own = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'];
const documents = [...own, ...pages.sort().map((name) => `docs/${name}`)].map((name) => ({
  name,
  text: readFileSync(new URL(name, root), 'utf8'),
}));

/** Turns `expression; // => value` into a check and imports into look-ups, and runs the block. */
async function run(block: string): Promise<number> {
  let checks = 0;
  const check = (actual: unknown, expected: unknown) => {
    checks += 1;
    expect(actual).toEqual(expected);
  };
  const checked = block.replaceAll(/^(.*); \/\/ => (.*)$/gm, 'check(($1), ($2));');
  // A block may await: it becomes the body of an asynchronous function once its imports are look-ups.
  const lookedUp = checked.replaceAll(
    /^import (?:type )?\{([^}]*)\} from '([^']*)';$/gms,
    (_, names, from) => {
      const values = String(names)
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '));
      return `const { ${values.join(', ')} } = entry('${from}');`;
    },
  );
  const { code } = transformSync(`async function block() {\n${lookedUp}\n}`, { loader: 'ts' });
  const entry = (name: string) => {
    const found = entries.get(name);
    if (found === undefined) throw new Error(`a document imports ${name}, which is not published`);
    return found;
  };
  await new Function('entry', 'check', `${code}\nreturn block();`)(entry, check);
  return checks;
}

test('the first block of the README is at most 15 lines', () => {
  expect(blocksOf(documents[0]!.text)[0]?.trim().split('\n').length).toBeLessThanOrEqual(15);
});

describe.each(documents)('$name', ({ name, text }) => {
  const blocks = blocksOf(text);

  test('a guide starts with an example that runs', () => {
    const isGuide = name.startsWith('docs/') && !/README|quality/.test(name);
    expect(isGuide && !text.split('\n## ')[0]!.includes('\n```ts\n')).toBe(false);
  });

  test('every guide that it points to is there', () => {
    const folder = new URL(name, root);
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(links.filter((link) => !existsSync(new URL(link, folder)))).toEqual([]);
  });

  test('every file of the project that it names in code is there', () => {
    const paths = [...text.matchAll(/`((?:src|test|docs|scripts|benchmarks|examples|\.github)\/[\w./-]+)`/g)];
    expect(paths.map((path) => path[1] ?? '').filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  test.each(blocks.map((block, index) => [index + 1, block] as const))(
    'block %i computes what its comments promise',
    async (_, block) => {
      expect(await run(block)).toBeGreaterThan(0);
    },
  );

  test('every verb it mentions in code is exported', () => {
    const verbs = [...text.matchAll(/`([a-z]+[A-Z]\w*)(?:\([^`]*\))?`/g)].map((match) => match[1] ?? '');
    const exported = new Set([...entries.values()].flatMap((entry) => Object.keys(entry)));
    const called = verbs.filter((name) =>
      /^(match|solve|check|parse|replay|explain|rank|compile|safe|find|describe|render|svg|suggest)[A-Z]/.test(
        name,
      ),
    );
    expect(called.filter((name) => !exported.has(name))).toEqual([]);
  });
});

function blocksOf(text: string): string[] {
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map((block) => block[1] ?? '');
}
