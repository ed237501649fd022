/** The compiler: source files to module records with maps, and facts read from type nodes. */
export { createCompiler } from './compiler.ts';
export type { CompileRequest, CompileResult, Compiler } from './compiler.ts';
export { createDiskFileSource } from './files.ts';
export type { FileSource } from './files.ts';
export type { PatternSummary } from './local/patterns.ts';
