/**
 * The table of the authoring API's values, against what we have: each name is used by a pattern of
 * ours that a scenario or a test drives, or is answered by the diagnostic that it must give.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { absentNames, apiNames, isRuntimeModule, labelNames } from '../../../server/protocol/index.ts';
import { createRuntime } from '../../../server/runtime/index.ts';
import { compileFiles } from '../compile/support.ts';

const folder = path.resolve(import.meta.dirname, '../../patterns');
const Names = v.array(v.string());
const table = v.parse(
  v.strictObject({ values: Names, labels: Names, absent: Names }),
  JSON.parse(readFileSync(path.join(folder, 'api-table.json'), 'utf8')),
);

interface Use {
  readonly module: string;
  readonly name: string;
}

/** The names that a file imports from the API as values. */
function importsOf(file: string): Use[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return source.statements.filter(ts.isImportDeclaration).flatMap((node) => {
    const module = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    if (!clause || ts.isTypeOnlyImportOrExportDeclaration(clause)) return [];
    if (!isRuntimeModule(module) || !bindings || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.map(({ name }) => ({ module, name: name.text }));
  });
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const driven = files.filter((file) => {
  if (file.endsWith('.test.tsx')) return true;
  if (!file.endsWith('.tsx')) return false;
  const base = file.replace(/\.tsx$/, '');
  return files.includes(`${base}.scenario.json`) || files.includes(`${base}.test.tsx`);
});
const uses = driven.flatMap((file) => importsOf(path.join(folder, file)));
const used = new Set(uses.map(({ name }) => name));

const importing = (name: string, specifier = 'commonfabric') =>
  compileFiles({
    'main.tsx': `import { ${name}, pattern } from '${specifier}';\nexport default pattern(() => ({ it: ${name} }));\n`,
  });

describe('our patterns', () => {
  it('are at least eighty, of both generations', () => {
    const subjects = driven.filter((file) => !file.includes('.test.'));
    expect(subjects.length).toBeGreaterThanOrEqual(80);
    expect(new Set(uses.map(({ module }) => module))).toContain('commontools');
  });

  it.each([...table.values, ...table.labels])('use %s', (name) => {
    expect(used).toContain(name);
  });
});

describe('the names of the API', () => {
  it('are those that the runtime gives', () => {
    const { modules } = createRuntime({
      onFailure: () => undefined,
      now: () => 0,
      random: () => 0,
      constant: () => undefined,
    });
    expect(Object.keys(modules.commonfabric).sort()).toEqual([...apiNames].sort());
  });

  it('are in the table, and it has no others', () => {
    expect(table.values.filter((name) => !apiNames.has(name))).toEqual([]);
    expect([...table.labels].sort()).toEqual([...labelNames].sort());
    expect([...table.absent].sort()).toEqual([...absentNames.keys()].sort());
  });

  it.each(table.values)('%s is imported without a word', (name) => {
    expect(importing(name === 'pattern' ? 'UI' : name).diagnostics).toEqual([]);
  });

  it.each(table.labels)('%s is imported with a hint', (name) => {
    const { diagnostics, graph } = importing(name);
    expect(diagnostics).toMatchObject([{ code: 'PB1020', severity: 'hint' }]);
    expect(graph).not.toBeNull();
  });

  it.each(table.absent)('%s is answered by its alternative, and the rest runs', (name) => {
    const { diagnostics, graph } = importing(name);
    const start = { line: 1, column: 10 };
    expect(diagnostics).toMatchObject([{ code: 'PB1019', severity: 'warning', range: { start } }]);
    expect(diagnostics[0]?.help?.text).toBe(absentNames.get(name));
    expect(graph).not.toBeNull();
  });
});

describe('a name that the API does not have', () => {
  it.each([
    ['computd', 'computed'],
    ['Writeable', 'Writable'],
    ['patern', undefined],
    ['navigateto', 'navigateTo'],
    ['fetchJSON', 'fetchJson'],
    ['ifelse', 'ifElse'],
    ['getPatternEnviroment', 'getPatternEnvironment'],
  ])('%s is met with what was meant', (name, meant = 'pattern') => {
    for (const module of ['commonfabric', 'commontools']) {
      const { diagnostics, graph } = importing(name, module);
      expect(graph).toBeNull();
      expect(diagnostics).toMatchObject([
        { code: 'PB1018', severity: 'error', help: { text: `Did you mean "${meant}"?` } },
      ]);
    }
  });

  it('without a like is warned about, and the rest runs', () => {
    const { diagnostics, graph } = importing('somethingNewer');
    expect(diagnostics).toMatchObject([{ code: 'PB1018', severity: 'warning' }]);
    expect(graph).not.toBeNull();
  });

  it('is nobody’s business when only a type without a like is meant by it', () => {
    const text = `import { Anything, pattern } from 'commonfabric';\nexport default pattern<Anything>(() => ({}));\n`;
    expect(compileFiles({ 'main.tsx': text }).diagnostics).toEqual([]);
  });

  it.each(['Writeable', 'type Writeable', 'Writeable as Writable'])(
    'is a warning where only a type is meant: %s',
    (wanted) => {
      const text = `import { pattern, ${wanted} } from 'commonfabric';\nexport default pattern<{ n: Writable<number> }>(({ n }) => ({ n }));\n`;
      const { diagnostics, graph } = compileFiles({ 'main.tsx': text });
      expect(diagnostics).toMatchObject([
        { code: 'PB1018', severity: 'warning', help: { text: 'Did you mean "Writable"?' } },
      ]);
      expect(graph).not.toBeNull();
    },
  );

  it('is told apart from every type that the declarations have', () => {
    const declarations = path.resolve(import.meta.dirname, '../../../types');
    const entries = ['commonfabric.d.ts', 'commontools.d.ts'].map((name) =>
      path.join(declarations, name),
    );
    const program = ts.createProgram(entries, {});
    const checker = program.getTypeChecker();
    const exported = entries.flatMap((entry) => {
      const symbol = checker.getSymbolAtLocation(program.getSourceFile(entry) as ts.Node);
      return symbol ? checker.getExportsOfModule(symbol) : [];
    });
    expect(exported.length).toBeGreaterThan(200);
    const names = exported.map(({ name }) => name);
    const text = `import { pattern, type ${[...new Set(names)].filter((name) => name !== 'pattern').join(', type ')} } from 'commonfabric';\nexport default pattern(() => ({}));\n`;
    expect(compileFiles({ 'main.tsx': text }).diagnostics).toEqual([]);
  });
});
