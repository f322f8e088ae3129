import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('.', import.meta.url));

/** Imports that a build loads together with a file: not types, and not what is asked for later by `import()`. */
function loadedBy(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement);
    if (!isImport && !ts.isExportDeclaration(statement)) return [];
    const typeOnly = isImport
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    const named = statement.moduleSpecifier;
    if (typeOnly || !named || !ts.isStringLiteral(named)) return [];
    return /^\..*\.tsx?$/.test(named.text) ? [join(dirname(file), named.text)] : [];
  });
}

/** All files of the first view, by their paths in src. The build puts data in the place of the catalog's code. */
function firstView(): readonly string[] {
  const found = new Set([join(src, 'main.tsx')]);
  for (const file of found)
    if (!file.endsWith(join('catalog', 'entries.ts')))
      loadedBy(file).forEach((path) => found.add(path));
  return [...found].map((file) => relative(src, file).split(sep).join('/'));
}

describe('the first view of the page', () => {
  const files = firstView();

  it('is made of the app, its panels and the state', () => {
    expect(files).toEqual(
      expect.arrayContaining(['app/Page.tsx', 'panels/kernel/KernelPlot.tsx', 'state/reduce.ts']),
    );
  });

  it('loads nothing that draws or computes networks', () => {
    const heavy = files.filter((file) => /^(catalog|engine|worker|nn|math)\//.test(file));

    expect(heavy.sort()).toEqual([
      'catalog/entries.ts',
      'catalog/registry.ts',
      'math/summary.ts',
      'nn/Settings.ts',
      // How points are written, and the names of losses.
      'nn/dataPoints.ts',
      'nn/dynamics/Loss.ts',
    ]);
  });
});
