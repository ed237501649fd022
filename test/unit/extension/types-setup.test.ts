import { describe, expect, it } from 'vitest';
import { parse } from 'jsonc-parser';
import { withTypes } from '../../../extension/types-setup/tsconfig.ts';

const api = ['commonfabric', 'commonfabric/schema', 'commonfabric/cfc'];
const names = [...api, 'commontools', 'commontools/schema', 'commontools/cfc'];

function changed(before: string | undefined): string {
  const change = withTypes(before);
  if (change.kind !== 'change') throw new Error(change.kind);
  return change.text;
}
interface Options {
  readonly jsx?: string;
  readonly paths: Record<string, string[]>;
}
const optionsOf = (text: string) =>
  (parse(text, [], { allowTrailingComma: true }) as { compilerOptions: Options }).compilerOptions;

describe('types in a tsconfig.json', () => {
  it('that is not there yet', () => {
    const { paths, jsx } = optionsOf(changed(undefined));
    expect(Object.keys(paths)).toEqual(names);
    expect(paths['commonfabric']).toEqual(['./.patternbox/types/commonfabric.d.ts']);
    expect(jsx).toBe('preserve');
  });

  it('keep what is written there, with its comments', () => {
    const before = `{
    // what we want
    "compilerOptions": {
        "jsx": "react-jsx", /* ours */
        "paths": { "commonfabric": ["./mine.d.ts"], "@/*": ["./src/*"], },
    },
    "include": ["src"], // only these
}
`;
    const after = changed(before);
    for (const kept of ['// what we want', '/* ours */', '// only these']) {
      expect(after).toContain(kept);
    }
    const { paths, jsx } = optionsOf(after);
    expect(jsx).toBe('react-jsx');
    expect(paths['commonfabric']).toEqual(['./mine.d.ts']);
    expect(paths['@/*']).toEqual(['./src/*']);
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(names));
    expect(withTypes(after)).toEqual({ kind: 'nothing' });
  });

  it('follow baseUrl, and the indentation of the file', () => {
    const after = changed('{\n\t"compilerOptions": {\n\t\t"baseUrl": "./src"\n\t}\n}\n');
    expect(optionsOf(after).paths['commontools']).toEqual([
      '../.patternbox/types/commontools.d.ts',
    ]);
    expect(after).toMatch(/^\t\t"paths": \{/m);
  });

  it('of an empty configuration', () => {
    expect(Object.keys(optionsOf(changed('{}')).paths)).toEqual(names);
    expect(Object.keys(optionsOf(changed('\uFEFF{}')).paths)).toEqual(names);
  });

  it('would hide the paths of another file, so they are refused', () => {
    expect(withTypes('{ "extends": "./base.json" }')).toMatchObject({
      kind: 'refused',
      why: { code: 'PB1723' },
    });
    const own = '{ "extends": "./base.json", "compilerOptions": { "paths": {} } }';
    expect(Object.keys(optionsOf(changed(own)).paths)).toEqual(names);
    expect(optionsOf(changed(own)).jsx).toBeUndefined();
  });

  it.each([
    '',
    '{',
    '[]',
    '7',
    '{ "compilerOptions": 7 }',
    '{ "compilerOptions": [] }',
    '{ "compilerOptions": { "paths": [] } }',
    '{ "compilerOptions": { "paths": [1] } ',
  ])('are refused in what is none: %j', (text) => {
    expect(withTypes(text)).toMatchObject({ kind: 'refused', why: { code: 'PB1722' } });
  });
});
