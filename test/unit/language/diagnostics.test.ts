import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { requests } from '../../../server/protocol/client.ts';
import { header, startHarness, uri, type Harness } from './harness.ts';

let server: Harness;
afterEach(() => {
  server.dispose();
});

const bad = `${header}export default pattern(() => 1); // finding\n`;
const boom = `${header}const total = 1; // boom\nexport default pattern(() => 1);\n`;
const good = `${header}export default pattern(() => 1);\n`;

describe('static checks', () => {
  it('promises pull diagnostics under one identifier', async () => {
    server = await startHarness();
    expect(server.initialized.capabilities.diagnosticProvider).toEqual({
      identifier: 'patternbox',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
  });

  it('places a finding with its code, page and fix', async () => {
    server = await startHarness();
    await server.open('a.tsx', bad);
    const [found] = await server.pull('a.tsx');
    expect(found).toMatchObject({
      source: 'Patternbox',
      code: 'PB1101',
      severity: DiagnosticSeverity.Error,
      codeDescription: { href: 'https://example.org/PB1101' },
      range: { start: { line: 1, character: 33 }, end: { line: 1, character: 43 } },
      data: { fix: 'const' },
    });
    expect(found?.message).toBe('not allowed here\nWrite const.');
  });

  it('says nothing about files that import no authoring API', async () => {
    server = await startHarness();
    await server.open('a.tsx', 'const a = 1; // finding\n');
    expect(await server.pull('a.tsx')).toEqual([]);
  });

  it('answers for the newest text and drops the older one', async () => {
    server = await startHarness();
    await server.open('a.tsx', good);
    await server.pull('a.tsx');
    await server.edit('a.tsx', bad);
    const older = server.pull('a.tsx').then(
      () => 'answered',
      (error: unknown) => error,
    );
    await server.edit('a.tsx', good);
    expect(await older).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
    expect(await server.pull('a.tsx')).toEqual([]);
  });

  it('does not check an unchanged text twice', async () => {
    server = await startHarness();
    await server.open('a.tsx', good);
    await server.pull('a.tsx');
    await server.pull('a.tsx');
    await server.lenses('a.tsx');
    expect(server.engine().checked).toHaveLength(1);
  });

  it('checks again when an open sibling has changed', async () => {
    server = await startHarness();
    await server.open('b.ts', 'export const b = 1;');
    await server.open('a.tsx', `${good}// import b.ts\n`);
    expect(await server.pull('a.tsx')).toEqual([]);
    await server.edit('b.ts', 'export const b = 1; // finding');
    await server.pull('a.tsx');
    expect(await server.pull('b.ts')).toHaveLength(1);
  });

  it('pushes the findings of a closed sibling and clears them with the importer', async () => {
    server = await startHarness({ 'b.ts': 'export const b = 1; // finding' });
    await server.open('a.tsx', `${good}// import b.ts\n`);
    await server.pull('a.tsx');
    expect(server.pushed.get(uri('b.ts'))).toHaveLength(1);
    await server.edit('a.tsx', good);
    await server.pull('a.tsx');
    expect(server.pushed.get(uri('b.ts'))).toEqual([]);
  });
});

describe('errors of the last run', () => {
  it('are diagnostics with the author’s other frames as related information', async () => {
    server = await startHarness();
    await server.open('a.tsx', boom);
    await server.ask(requests.run, { uri: uri('a.tsx') });
    const [found] = await server.pull('a.tsx');
    expect(found).toMatchObject({
      code: 'PB1201',
      message: 'TypeError: boom',
      range: { start: { line: 1, character: 17 } },
      relatedInformation: [
        {
          message: 'called from body',
          location: { uri: uri('a.tsx'), range: { start: { line: 0, character: 0 } } },
        },
      ],
    });
    expect(server.refreshes()).toBeGreaterThan(0);
  });

  it('move with the text, grey, once it has changed; and go with the next run', async () => {
    server = await startHarness();
    await server.open('a.tsx', boom);
    await server.ask(requests.run, { uri: uri('a.tsx') });
    await server.edit('a.tsx', `// a new first line\n${boom}`);
    const [stale] = await server.pull('a.tsx');
    expect(stale).toMatchObject({
      message: 'TypeError: boom (stale)',
      severity: DiagnosticSeverity.Information,
      tags: [DiagnosticTag.Unnecessary],
      range: { start: { line: 2, character: 17 } },
    });
    await server.edit('a.tsx', good);
    await server.ask(requests.run, { uri: uri('a.tsx') });
    expect(await server.pull('a.tsx')).toEqual([]);
  });

  it('are pushed for a sibling that is not open, pulled once it is', async () => {
    server = await startHarness({ 'b.ts': 'export const b = 1; // boom' });
    await server.open('a.tsx', `${good}// import b.ts\n`);
    await server.ask(requests.run, { uri: uri('a.tsx') });
    expect(server.pushed.get(uri('b.ts'))).toMatchObject([{ code: 'PB1201' }]);
    await server.open('b.ts', 'export const b = 1; // boom');
    expect(await server.pull('b.ts')).toMatchObject([{ code: 'PB1201' }]);
    expect(server.pushed.get(uri('b.ts'))).toEqual([]);
  });
});

describe('a document that is open without a tab', () => {
  it('is pushed to, for no editor pulls it', async () => {
    server = await startHarness();
    await server.open('b.ts', 'export const b = 1; // boom');
    await server.open('a.tsx', `${good}// import b.ts\n`);
    await server.show('a.tsx');
    await server.ask(requests.run, { uri: uri('a.tsx') });
    expect(server.pushed.get(uri('b.ts'))).toMatchObject([{ code: 'PB1201' }]);
    await server.show('a.tsx', 'b.ts');
    await server.pull('b.ts');
    expect(server.pushed.get(uri('b.ts'))).toEqual([]);
  });
});

describe('code lenses', () => {
  it('stand over the pattern, and can be switched off', async () => {
    server = await startHarness();
    await server.open('a.tsx', good);
    const lenses = await server.lenses('a.tsx');
    expect(lenses.map(({ command }) => command?.command)).toEqual([
      'patternbox.run',
      'patternbox.debug',
      'patternbox.runWithInput',
    ]);
    expect(lenses[0]?.range.start.line).toBe(1);
    expect(lenses[0]?.command?.arguments).toEqual([uri('a.tsx'), 'default']);
    await server.configure({ codeLens: false });
    expect(await server.lenses('a.tsx')).toEqual([]);
  });
});
