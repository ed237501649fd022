import { describe, expect, it } from 'vitest';
import { showDiagnostics, showLayers } from '../../../server/show/index.ts';

describe('findings', () => {
  const finding = (severity: 'error' | 'warning') => ({
    code: 'PB1103',
    severity,
    message: '`let n` would keep state.',
    file: 'main.tsx',
    range: { start: { line: 9, column: 1 }, end: { line: 9, column: 8 } },
    help: { text: 'Use a cell.' },
  });

  it('are listed and counted', () => {
    const shown = showDiagnostics([finding('error'), finding('warning'), finding('warning')], {
      color: false,
      files: 3,
    });
    expect(shown).toMatchInlineSnapshot(`
      "main.tsx:9:1 error \`let n\` would keep state. PB1103
        → Use a cell.
      main.tsx:9:1 warning \`let n\` would keep state. PB1103
        → Use a cell.
      main.tsx:9:1 warning \`let n\` would keep state. PB1103
        → Use a cell.

      ✗ 1 error, 2 warnings · 3 files checked"
    `);
    expect(showDiagnostics([], { color: false, files: 1 })).toMatchInlineSnapshot(
      `"✓ 0 errors, 0 warnings · 1 file checked"`,
    );
  });
});

describe('layers', () => {
  it('say what is on, what is off and what must not be', () => {
    const shown = showLayers(
      [
        { name: 'lockdown', active: true, required: true, text: 'Locked down.' },
        { name: 'network', active: false, required: false, text: 'Not on this machine.' },
        { name: 'realm', active: false, required: true, text: 'Nothing can run.' },
      ],
      { color: false },
    );
    expect(shown).toMatchInlineSnapshot(`
      "✓ lockdown  Locked down.
      – network   Not on this machine.
      ✗ realm     Nothing can run."
    `);
  });
});
