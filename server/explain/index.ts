/** Explains failures in terms of what the author wrote. */
export { compiledPlace } from './compiled.ts';
export { createExplainer } from './explainer.ts';
export type { Explainer } from './explainer.ts';
export { diagnosticError } from './static.ts';
