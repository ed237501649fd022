import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, createDiskFileSource } from '../../../server/compile/index.ts';
import { indexText } from '../../../server/protocol/index.ts';
import { compileFiles, graphOf, memoryFiles, root, sourceOf } from './support.ts';

const api =
  'import { action, computed, handler, lift, pattern, recipe, UI } from "commonfabric";\n';

describe('names of functions', () => {
  it('say what people call them', () => {
    const text = `${api}
function add() { [1].map(() => 1); }
const twice = (n: number) => n * 2;
class Box { constructor() {} size() { return 1; } }
const increment = handler(() => {});
const double = lift((n: number) => n);
export const Counter = pattern(() => {
  const total = computed(() => 1);
  const go = action(() => {});
  return { [UI]: <a onClick={() => 1} />, later: async () => { setTimeout(() => 1); }, total, go };
});
recipe("Name", () => ({}));
(() => 1)();
export default pattern(() => ({}));
`;
    const { functions } = sourceOf(graphOf({ 'main.tsx': text }), 'main.tsx');
    expect(functions.map(({ name }) => name)).toEqual([
      'add',
      'map callback',
      'twice',
      'Box constructor',
      'size',
      'increment handler',
      'double lift',
      'Counter body',
      'computed callback',
      'go action',
      'onClick handler',
      'later',
      'setTimeout callback',
      'recipe body',
      'anonymous function',
      'default pattern body',
    ]);
    for (const { start, end } of functions) expect(text.slice(start, end)).toMatch(/=>|\{/);
  });
});

describe('extents', () => {
  it('give the innermost node at each start, as offsets of the text as read', () => {
    const text = '\ufeffconst value = other.name + 1;';
    const { extents } = sourceOf(graphOf({ 'main.tsx': text }), 'main.tsx');
    const at = text.indexOf('other');
    const index = extents.findIndex((offset, i) => i % 2 === 0 && offset === at);
    expect(text.slice(at, extents[index + 1])).toBe('other');
    const starts = extents.filter((_, i) => i % 2 === 0);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});

describe('records', () => {
  it('are named by path and content alone', () => {
    const { records } = graphOf({ 'main.tsx': 'import "./a b/ü?.ts";', 'a b/ü?.ts': '' });
    expect(records[1]?.sourceURL).toMatch(/^patternbox:\/\/\/a%20b\/%C3%BC%3F\.ts\?[0-9a-f]{8}$/);
    expect(JSON.stringify(records)).not.toContain(root);
    expect(records[0]?.code).not.toContain('sourceMappingURL');
  });

  it('say which API a file was written for', () => {
    const of = (text: string): string | undefined =>
      graphOf({ 'main.tsx': text }).records[0]?.generation;
    expect(of('import { UI } from "commontools";')).toBe('commontools');
    expect(of('import type { Cell } from "commonfabric";')).toBe('commonfabric');
    expect(of('')).toBe('none');
  });

  it('keep facts at the places of the authored text', () => {
    const text = `\ufeff${api}\r\n\texport const P =\r\n\t\tpattern(() => ({}));`;
    const [fact] = graphOf({ 'main.tsx': text }).records[0]?.facts ?? [];
    const index = indexText(text);
    expect(fact && index.offsetAt(fact.position)).toBe(text.indexOf('pattern(('));
  });
});

describe('patterns of the entry', () => {
  it('are listed even while the file does not compile', () => {
    const { graph, patterns } = compileFiles({
      'main.tsx': `${api}export const A = pattern(() => ({}));\nconst B = recipe(() => ({}));\nexport { B as C };\nconst D = pattern(() => ({}));\nexport default pattern(() => ({}));\nimport "./nope";`,
    });
    expect(graph).toBeNull();
    expect(patterns.map(({ exportName, line }) => [exportName, line])).toEqual([
      ['A', 2],
      ['C', 3],
      ['default', 6],
    ]);
  });
});

describe('the cache', () => {
  it('reads each change and only each change', () => {
    const files: Record<string, string> = {
      'main.tsx': 'export { a } from "./a";',
      'a.ts': 'export const a = 1;',
    };
    const compiler = createCompiler({ files: memoryFiles(files) });
    const compile = () => compiler.compile({ entry: path.join(root, 'main.tsx'), root }).graph;
    const first = compile();
    files['a.ts'] = 'export const a = 2;';
    const second = compile();
    expect(second?.records[0]?.hash).toBe(first?.records[0]?.hash);
    expect(second?.records[1]?.hash).not.toBe(first?.records[1]?.hash);
    expect(second?.records[1]?.code).toContain('const a = 2;');
  });
});

describe('files on the disk', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patternbox-compile-'));
  afterAll(() => {
    fs.rmSync(folder, { recursive: true });
  });

  it('are read below the root only, also through links', () => {
    const inside = path.join(folder, 'inside');
    fs.mkdirSync(inside);
    fs.writeFileSync(path.join(folder, 'secret.json'), '{"key": 1}');
    fs.symlinkSync(path.join(folder, 'secret.json'), path.join(inside, 'data.json'));
    fs.mkdirSync(path.join(inside, 'folder.ts'));
    const entry = path.join(inside, 'main.ts');
    fs.writeFileSync(entry, 'import d from "./data.json";\nimport "./folder.ts";\nd;');
    const compile = (files = createDiskFileSource()) =>
      createCompiler({ files }).compile({ entry, root: inside });
    expect(compile().diagnostics.map(({ code }) => code)).toEqual(['PB1003', 'PB1002']);
    const overlay = createDiskFileSource((file) =>
      file === entry ? 'export const open = 1;' : undefined,
    );
    expect(compile(overlay).graph?.records[0]?.code).toContain('const open = 1;');
    expect(
      createCompiler({ files: createDiskFileSource() }).compile({
        entry: path.join(folder, 'secret.json'),
        root: inside,
      }).graph,
    ).toBeNull();
  });
});
