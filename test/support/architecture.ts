/**
 * Reads source files as text and lists where they leave the architecture: imports between rooms, what may not occur
 * in pure code, files that grew too long. Works on any set of files, so that the tests can hand it broken ones.
 */
import ts from 'typescript';

/** What a room may import: `everything` of a lower room, or only its `types`. */
export type Access = 'everything' | 'types';

export interface Room {
  readonly floor: number;
  /** Lower rooms by name; `core` stands open to all. */
  readonly rooms: Readonly<Record<string, Access>>;
  /** Other people's packages. */
  readonly packages: readonly string[];
}

/** Path inside `src/` (`scoring/index.ts`) → text. */
export type SourceFiles = ReadonlyMap<string, string>;

interface Import {
  readonly from: string;
  readonly target: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** Longest file that still reads in one sitting; the numeric kernels need it. */
const longest = 300;

/** Calls and names that would make results depend on clock, chance, place or machine. */
const impure = new Map([
  ['Math.random', 'chance is an argument'],
  ['Date.now', 'dates are arguments'],
  ['Date()', 'dates are arguments'],
  ['localeCompare', 'the order of texts may not depend on a locale'],
  ['toLocaleString', 'texts may not depend on a locale'],
  ['toLocaleLowerCase', 'texts may not depend on a locale'],
  ['toLocaleUpperCase', 'texts may not depend on a locale'],
  ['console', 'results are returned, not printed'],
  ['performance', 'nothing here knows the time'],
  ['process', 'nothing here knows the machine'],
  ['globalThis', 'what the host offers comes in as an argument'],
  ['setTimeout', 'nothing here waits'],
  ['setImmediate', 'nothing here waits'],
  ['MessageChannel', 'nothing here waits'],
  ['eval', 'refused by content-security policies'],
  ['Function()', 'refused by content-security policies'],
]);

/** The one file that may look at the host: for the clock and the pause that asynchronous drivers start with. */
const hostFile = 'core/host.ts';

/** Functions whose last bits differ between engines; `core` has portable ones. */
const unportable = new Set([
  'exp',
  'log',
  'log2',
  'log10',
  'log1p',
  'expm1',
  'pow',
  'sin',
  'cos',
  'tan',
  'tanh',
  'asin',
  'acos',
  'atan',
  'atan2',
  'hypot',
]);
const mustBePortable = new Set(['participants', 'scoring', 'matching', 'statistics', 'metrics', 'fairness']);

/** Every place where `files` leave the architecture that `rooms` describes; empty = good. */
export function findArchitectureViolations(
  files: SourceFiles,
  rooms: Readonly<Record<string, Room>>,
): readonly string[] {
  const violations: string[] = [];
  for (const room of new Set([...files.keys()].map(roomOf))) {
    if (room === '') continue;
    if (!(room in rooms)) violations.push(`src/${room} is not a room of the design`);
    if (!files.has(`${room}/index.ts`)) violations.push(`src/${room} has no door (index.ts)`);
  }
  const imports: Import[] = [];
  for (const [path, text] of files) {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const lines = text.trimEnd().split('\n').length;
    if (lines > longest) violations.push(`src/${path} has ${lines} lines, more than ${longest}`);
    const found = importsOf(source, path);
    imports.push(...found);
    for (const each of found) violations.push(...violationsOfImport(each, files, rooms));
    violations.push(...violationsOfPurity(source, path));
  }
  return [...violations, ...cyclesOf(imports)];
}

function violationsOfImport(
  { from, target, line, typeOnly }: Import,
  files: SourceFiles,
  rooms: Readonly<Record<string, Room>>,
): string[] {
  const place = `src/${from}:${line}`;
  const room = roomOf(from);
  if (!target.startsWith('./') && !target.startsWith('../')) {
    const name = packageOf(target);
    const allowed = rooms[room]?.packages ?? [];
    return allowed.includes(name) ? [] : [`${place} imports the package ${target}`];
  }
  const path = resolve(from, target);
  if (!files.has(path)) return [`${place} imports ${target}, which is no file of src`];
  const other = roomOf(path);
  if (other === room) return [];
  if (other === '') return [`${place} imports src/${path} from inside a room`];
  const violations: string[] = [];
  // A room may have a second door for other rooms, `inner.ts`; what is published comes out of the first alone.
  const doors = room === '' ? ['index.ts'] : ['index.ts', 'inner.ts'];
  if (!doors.some((door) => path === `${other}/${door}`))
    violations.push(`${place} enters ${other} not by its door but by ${path}`);
  if (room === '') return violations;
  const access = other === 'core' ? 'everything' : rooms[room]?.rooms[other];
  if (access === undefined) violations.push(`${place}: ${room} may not import ${other}`);
  if (access === 'types' && !typeOnly) violations.push(`${place}: ${room} may import only types of ${other}`);
  return violations;
}

function violationsOfPurity(source: ts.SourceFile, path: string): string[] {
  if (path === hostFile) return [];
  const violations: string[] = [];
  const report = (node: ts.Node, what: string, why: string) =>
    violations.push(`src/${path}:${lineOf(source, node)} uses ${what}: ${why}`);
  const visit = (node: ts.Node): void => {
    const name = nameOfUse(node);
    const why = name === undefined ? undefined : impure.get(name);
    if (name !== undefined && why !== undefined) report(node, name, why);
    if (ts.isPropertyAccessExpression(node) && node.expression.getText(source) === 'Math') {
      const method = node.name.text;
      if (mustBePortable.has(roomOf(path)) && unportable.has(method)) {
        report(node, `Math.${method}`, 'its last bits differ between engines');
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return violations;
}

/** The name under which `impure` lists what this node does, if it does anything of the kind. */
function nameOfUse(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const whole = node
      .getText()
      .replaceAll(/\s|\?/g, '')
      .replace(/^globalThis\./, '');
    return impure.has(whole)
      ? whole
      : impure.has(node.name.text) && isMethod(node.name.text)
        ? node.name.text
        : undefined;
  }
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const name = node.expression.getText();
    if (name === 'Function') return 'Function()';
    // `new Date(text)` reads a date that was passed in; `new Date()` and `Date(…)` read the clock.
    const readsClock = ts.isCallExpression(node) || (node.arguments ?? []).length === 0;
    return name === 'Date' && readsClock ? 'Date()' : undefined;
  }
  return ts.isIdentifier(node) && isGlobal(node) ? node.text : undefined;
}

/** Methods are impure on whatever value they are called. */
function isMethod(name: string): boolean {
  return name.includes('ocale');
}

/** Whether an identifier is a free name, not the name of a property, a parameter or a declaration. */
function isGlobal(node: ts.Identifier): boolean {
  const { parent } = node;
  if (isMethod(node.text)) return false;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return parent.expression.getText() === 'globalThis';
  }
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isQualifiedName(parent))
    return false;
  return !('name' in parent && parent.name === node);
}

function importsOf(source: ts.SourceFile, path: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) {
      found.push({ from: path, target: specifier.text, line: lineOf(source, node), typeOnly });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    }
    if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, true);
    if (ts.isCallExpression(node)) {
      const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
      if (isImport || node.expression.getText(source) === 'require') add(node, node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Files that import each other in a ring, types aside: whoever is loaded first finds the other unfinished. */
function cyclesOf(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, target, typeOnly } of imports) {
    if (typeOnly || !target.startsWith('.')) continue;
    next.set(from, [...(next.get(from) ?? []), resolve(from, target)]);
  }
  const cycles: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) cycles.push(`files import each other: ${[...trail.slice(seenAt), path].join(' → ')}`);
    if (seenAt >= 0 || done.has(path)) return;
    for (const target of next.get(path) ?? []) follow(target, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) follow(path, []);
  return cycles;
}

/** `../core/index.js` seen from `scoring/rows.ts` → `core/index.ts`. */
function resolve(from: string, target: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1).replace(/\.js$/, '.ts');
}

/** The room a file is in; '' for `src/index.ts`, the street in front of all doors. */
function roomOf(path: string): string {
  const end = path.indexOf('/');
  return end < 0 ? '' : path.slice(0, end);
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
