/** The Pattern Stack view, its copies, and the full trace as a document. */
export { traceReport, traceText } from './copies.ts';
export { registerTraceDocuments, traceTextOf, type TraceDocuments } from './full-trace.ts';
export { placeOfNode } from './items.ts';
export type { StackNode } from './model.ts';
export { registerStackView, type StackView } from './view.ts';
