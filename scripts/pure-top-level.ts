/**
 * Lets bundlers drop what a consumer does not use. At the top of a file a bundler must keep `const a = f(b.c)`, since
 * `f` and `c` might do something beside giving a value. In `src/` they never do: files hold declarations alone, and what
 * a constant is made of reads nothing but other constants (`test/pure-top-level.test.ts` and `test/architecture.test.ts`
 * hold them to it). So the build says it, by the mark that esbuild, rollup and rolldown know.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const mark = '/* @__PURE__ */';

/** The text of a file with every constant at its top marked as droppable. */
export function markPureTopLevel(text: string, path: string): string {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const edits: { readonly at: number; readonly text: string }[] = [];
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of statement.declarationList.declarations) {
      if (initializer === undefined || isPlain(initializer)) continue;
      if (isSimpleCall(initializer)) {
        edits.push({ at: initializer.getStart(source), text: `${mark} ` });
      } else {
        edits.push({ at: initializer.getStart(source), text: `${mark} (() => (` });
        edits.push({ at: initializer.getEnd(), text: '))()' });
      }
    }
  }
  return edits.reduceRight(
    (marked, { at, text: added }) => marked.slice(0, at) + added + marked.slice(at),
    text,
  );
}

/** Statements at the top of a file that do something; a consumer who drops the file's constants would miss them. */
export function findTopLevelEffects(text: string, path: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return source.statements
    .filter(
      (statement) =>
        !ts.isImportDeclaration(statement) &&
        !ts.isExportDeclaration(statement) &&
        !ts.isFunctionDeclaration(statement) &&
        !ts.isClassDeclaration(statement) &&
        !ts.isInterfaceDeclaration(statement) &&
        !ts.isTypeAliasDeclaration(statement) &&
        !ts.isVariableStatement(statement),
    )
    .map((statement) => {
      const line = source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1;
      return `${path}:${line} does something when the file is loaded`;
    });
}

/** The plugin of esbuild that applies the marks to the library's own files. */
export const pureTopLevel = {
  name: 'pure-top-level',
  setup(build: {
    onLoad(
      options: { filter: RegExp },
      load: (file: { path: string }) => { contents: string; loader: 'ts' },
    ): void;
  }): void {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: markPureTopLevel(readFileSync(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};

/** What bundlers see through by themselves: literals, names, functions, and lists and objects of these. */
function isPlain(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlain);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (property) =>
        ts.isShorthandPropertyAssignment(property) ||
        ts.isMethodDeclaration(property) ||
        (ts.isPropertyAssignment(property) &&
          !ts.isComputedPropertyName(property.name) &&
          isPlain(property.initializer)),
    );
  }
  if (
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node)
  )
    return isPlain(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isPlain(node.operand);
  return (
    ts.isLiteralExpression(node) ||
    ts.isIdentifier(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind)
  );
}

/** `f(a)` or `new F(a)` with plain arguments, which the mark in front covers. */
function isSimpleCall(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  return ts.isIdentifier(node.expression) && (node.arguments ?? []).every(isPlain);
}
