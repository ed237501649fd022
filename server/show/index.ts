/** Pretty and JSON forms of what a run gives, for terminals. */
export { chromeTrace } from './chrome-trace.ts';
export { showDiagnostics } from './diagnostics.ts';
export { checksAsJunit, testsAsJunit } from './junit.ts';
export { checksAsSarif, testsAsSarif } from './sarif.ts';
export { showLayers } from './layers.ts';
export { showReplay } from './replay.ts';
export { showJson, showResult } from './result.ts';
export type { ShowOptions } from './result.ts';
export { showTests } from './tests.ts';
export { viewText } from './view.ts';
