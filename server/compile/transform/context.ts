/** What every part of the transformer shares. */
import * as ts from 'typescript';
import type { ApiCalls, CallLike } from '../local/api.ts';
import type { ModuleInterface } from '../local/imports.ts';
import type { SiteTable } from '../local/places.ts';
import type { Binding, Scopes } from '../local/scopes.ts';
import type { Noted } from './assertions.ts';
import type { Synthesis } from './synthesis.ts';

/** What is known about the file before it is rewritten. */
export interface AnalysedFile {
  readonly file: ts.SourceFile;
  readonly scopes: Scopes;
  readonly calls: ApiCalls;
  readonly modules: ModuleInterface;
  /** Index of the call fact of each builder call. */
  readonly facts: ReadonlyMap<ts.Node, number>;
  /** Functions that `pattern` and its like are given, in place or by name. */
  readonly bodies: ReadonlySet<ts.Node>;
  /** Module constants that types name. */
  readonly constants: readonly string[];
}

/**
 * The frame in which authored code will run, as far as its text tells.
 *
 * - `module`: the module scope. `plain`: functions that know nothing of patterns.
 * - `pattern`: a pattern body, its row callbacks and its local helper functions; expressions at
 *   the six sites become computations.
 * - `compute`: callbacks of builders, inline event handlers and sites; captured names are read.
 */
export type FrameKind = 'module' | 'plain' | 'pattern' | 'compute';

export interface Frame {
  readonly kind: FrameKind;
  /** Names declared outside this node are captured; without it nothing is. */
  readonly boundary: ts.Node | undefined;
  /** The node is the callback of a row call: not a helper function but part of the frame itself. */
  readonly rows?: boolean;
}

/** The transformer's parts call each other through this table. */
export interface Transform {
  readonly analysed: AnalysedFile;
  readonly sites: SiteTable;
  readonly make: Synthesis;
  readonly context: ts.TransformationContext;
  /** Expressions of `assert` bodies whose values are noted. */
  readonly noted: Map<ts.Node, Noted>;
  /** The authored expression as emitted code, in `frame`. */
  readonly expression: (node: ts.Expression, frame: Frame) => ts.Expression;
  readonly visit: <Node extends ts.Node>(node: Node, frame: Frame) => Node;
  readonly children: <Node extends ts.Node>(node: Node, frame: Frame) => Node;
  /** The emitted access to an imported name. */
  readonly imported: (binding: Binding) => ts.Expression;
}

/** Whether a reference's declaration is outside the frame's boundary and may hold something live. */
export function isCaptured(transform: Transform, reference: ts.Identifier, frame: Frame): boolean {
  const { boundary } = frame;
  if (!boundary) return false;
  const binding = liveBinding(transform, reference);
  if (!binding) return false;
  const { pos, end } = binding.identifier;
  return pos < boundary.pos || end > boundary.end;
}

/** The local variable that a reference means, unless it plainly holds a function or a literal. */
export function liveBinding(transform: Transform, reference: ts.Identifier): Binding | undefined {
  const binding = transform.analysed.scopes.lookup(reference);
  if (!binding || binding.top || binding.kind === 'import') return undefined;
  return isInert(binding) ? undefined : binding;
}

const inertInitializers: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.BigIntLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
]);

function isInert(binding: Binding): boolean {
  if (binding.kind === 'function' || binding.kind === 'class' || binding.kind === 'enum')
    return true;
  return (
    binding.kind === 'const' &&
    !!binding.initializer &&
    inertInitializers.has(binding.initializer.kind)
  );
}

export type { CallLike };
