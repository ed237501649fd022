import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const examples = path.join(root, 'examples');
const probe = path.join(examples, 'probe.tsx');

/** What TypeScript says about a file of that text, with the examples' own configuration. */
function complaintsAbout(text: string): string[] {
  const read = (file: string) => ts.sys.readFile(file);
  const { config } = ts.readConfigFile(path.join(examples, 'tsconfig.json'), read) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, examples);
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => file === probe || disk.fileExists(file),
    readFile: (file) => (file === probe ? text : disk.readFile(file)),
    getSourceFile: (file, version) =>
      file === probe ? ts.createSourceFile(file, text, version) : disk.getSourceFile(file, version),
  };
  const globals = path.join(root, 'types/globals.d.ts');
  const program = ts.createProgram([probe, globals], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const today = `import { handler, pattern, Writable, type Default } from 'commonfabric';`;

describe('the declarations of the authoring API', () => {
  it('know the type that stands beside a default', () => {
    expect(
      complaintsAbout(`${today}
        interface Input { count: number | Default<0>; names: string[] | Default<[]>; }
        export default pattern<Input>(({ count, names }) => {
          const one: number = count;
          const first: string | undefined = names[0];
          return { one, first };
        });`),
    ).toEqual([]);
  });

  it('know the older form of a default', () => {
    expect(
      complaintsAbout(`import { recipe, type Default } from 'commontools';
        export default recipe<{ count: Default<number, 0> }>('Old', ({ count }) => {
          const one: number = count;
          return { one };
        });`),
    ).toEqual([]);
  });

  it('take a cell, a plain value or an object of both where a factory is called', () => {
    expect(
      complaintsAbout(`${today}
        const add = handler<void, { total: Writable<number>; by: number }>((_e, { total, by }) => total.set(by));
        const total = new Writable(1);
        add({ total, by: 1 });
        add({ total: 1, by: new Writable(2) });`),
    ).toEqual([]);
  });

  it('complain about a value of the wrong type', () => {
    expect(
      complaintsAbout(`${today}
        const add = handler<void, { total: Writable<number> }>((_event, { total }) => {
          total.set('one');
        });
        add({ total: 'one' });`),
    ).toHaveLength(2);
  });

  it('have nothing of a browser or of Node', () => {
    expect(complaintsAbout(`console.log(1); fetch('/'); process.exit();`)).toEqual([
      expect.stringContaining("'fetch'"),
      expect.stringContaining("'process'"),
    ]);
  });
});
