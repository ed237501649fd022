import { describe, expect, it } from 'vitest';
import {
  engineDependentGlobals,
  missingGlobals,
  sandboxGlobals,
} from '../../../server/protocol/index.ts';
import { brief, check } from './check.ts';

declare const Compartment: new () => unknown;

async function inside(code: string): Promise<string[]> {
  return brief(await check(`function f(a) {\n${code}\n}\n$pb.fns(f);`));
}

describe('names that the sandbox does not have', () => {
  it('reports each use with something to use instead', async () => {
    const found = await check('const f = () => { setTimeout(() => fetch("x"), 1); };\n$pb.fns(f);');
    expect(brief(found)).toEqual(['PB1117 warning 1:19-1:29', 'PB1123 warning 1:36-1:41']);
    expect(found[0]?.help?.text).toContain('no timers');
    expect(found[1]?.help?.text).toContain('fetchJson');
  });

  it('knows exactly the globals of a compartment and of the sandbox', async () => {
    await import('ses');
    const compartment = new Compartment() as { readonly globalThis: object };
    const given = ['URL', 'URLSearchParams', 'atob', 'btoa', 'structuredClone', 'console', 'fetch'];
    const older = ['Temporal', 'secureRandom', 'randomUUID'];
    const real = [
      ...Object.getOwnPropertyNames(compartment.globalThis),
      'harden',
      ...given,
      ...older,
    ];
    const missing = real.filter((name) => !sandboxGlobals.has(name));
    expect(missing.filter((name) => !engineDependentGlobals.has(name))).toEqual([]);
    expect([...sandboxGlobals].filter((name) => !real.includes(name))).toEqual([]);
    expect([...missingGlobals.keys()].filter((name) => real.includes(name))).toEqual([]);
  });

  it.each([
    'const window = {}; window.x;',
    'try { a(); } catch (process) { process; }',
    'for (const Buffer of a) Buffer;',
    '((fetch, { URL }, [self], ...name) => [fetch, URL, self, name])(a);',
    'function setTimeout() { } setTimeout();',
    'if (typeof window !== "undefined") window.x;',
    'a.fetch(); ({ fetch: 1 }); class B { process() { } #x = 1; has() { return this.#x; } }',
    'fetch: for (;;) break fetch;',
    'const { window: b } = a; b;',
    'arguments; new.target; undefined; NaN; globalThis.process; console.log(new TextEncoder());',
    'hoisted(); function hoisted() { } later; var later;',
    'Iterator;',
  ])('says nothing of %s', async (code) => {
    expect(await inside(code)).toEqual([]);
  });

  it('looks through patterns, defaults and computed keys', async () => {
    const found = await inside('const { [window]: b = process, ...c } = a; [c.x = self] = b;');
    expect(found.map((finding) => finding.slice(0, 14))).toEqual(Array(3).fill('PB1117 warning'));
  });
});

describe('names that nothing declares', () => {
  it('suggests the nearest one', async () => {
    const [found] = await check('const total = 1;\nconst b = totl + 1;');
    expect(found).toMatchObject({ code: 'PB1119', severity: 'warning' });
    expect(found?.help).toEqual({ text: 'Did you mean `total`?', fix: 'total' });
  });

  it('asks for the import of a builder', async () => {
    const [found] = await check('const a = $pb.data(computed(() => 1));');
    const [older] = await check('const a = $pb.data(derive(1, (x) => x));', {
      generation: 'commontools',
    });
    expect(found).toMatchObject({ code: 'PB1118', severity: 'error' });
    expect(found?.help?.text).toBe('Add `import { computed } from "commonfabric";`.');
    expect(older?.help?.text).toBe('Add `import { derive } from "commontools";`.');
  });
});
