/** Which name means which variable: lexical scopes of one functor. */
import type { AnyNode, FunctionExpression, Identifier } from 'acorn';
import { childrenOf, isFunction } from './syntax.ts';

/** One use of a name. */
export interface Reference {
  readonly name: string;
  readonly node: Identifier;
  readonly parent: AnyNode;
  /** It is assigned, updated or bound by a loop. */
  readonly write: boolean;
}

/** The names of one functor, resolved. */
export interface Names {
  /** Uses of names that nothing in the functor declares: globals. */
  readonly free: readonly Reference[];
  /** Uses of the functor's own parameters. */
  readonly parameters: readonly Reference[];
  /** Writes, after their declaration, to variables of the module scope. */
  readonly moduleWrites: readonly Reference[];
  /** Declarations that hide a parameter of the functor. */
  readonly hiding: readonly Identifier[];
  /** Every name that is declared somewhere, for suggestions. */
  readonly declared: ReadonlySet<string>;
}

interface Scope {
  readonly parent: Scope | null;
  /** Where `var` declarations of this scope live. */
  readonly variables: Scope | null;
  readonly declared: Set<string>;
}

interface Use extends Reference {
  readonly scope: Scope;
}

/** Resolves every name of the functor. */
export function resolveNames(functor: FunctionExpression): Names {
  const collector = new Collector(functor);
  const names = { free: [], parameters: [], moduleWrites: [] } as Record<
    'free' | 'parameters' | 'moduleWrites',
    Reference[]
  >;
  for (const use of collector.uses) {
    const scope = declaringScope(use);
    if (scope === null) names.free.push(use);
    else if (scope === collector.parameters) names.parameters.push(use);
    else if (scope === collector.module && use.write) names.moduleWrites.push(use);
  }
  return { ...names, hiding: collector.hiding, declared: collector.declared };
}

function declaringScope({ name, scope }: Use): Scope | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    if (at.declared.has(name)) return at;
  }
  return null;
}

function makeScope(parent: Scope | null, kind: 'function' | 'block'): Scope {
  const scope = { parent, declared: new Set<string>() };
  if (kind === 'block') return { ...scope, variables: parent?.variables ?? parent };
  return { ...scope, variables: null };
}

/** One walk over the functor that notes declarations and uses; uses are resolved afterwards. */
class Collector {
  readonly uses: Use[] = [];
  readonly hiding: Identifier[] = [];
  readonly declared = new Set<string>();
  readonly parameters = makeScope(null, 'function');
  readonly module = makeScope(this.parameters, 'function');

  constructor(functor: FunctionExpression) {
    for (const parameter of functor.params) {
      if (parameter.type === 'Identifier') this.parameters.declared.add(parameter.name);
    }
    for (const statement of functor.body.body) this.visit(statement, functor.body, this.module);
  }

  private declare(id: Identifier, scope: Scope): void {
    scope.declared.add(id.name);
    this.declared.add(id.name);
    if (this.parameters.declared.has(id.name)) this.hiding.push(id);
  }

  private use(node: Identifier, parent: AnyNode, scope: Scope, write: boolean): void {
    this.uses.push({ name: node.name, node, parent, scope, write });
  }

  private visit(node: AnyNode, parent: AnyNode, scope: Scope): void {
    if (isFunction(node)) this.visitFunction(node, scope);
    else this.visitOther(node, parent, scope);
  }

  private visitOther(node: AnyNode, parent: AnyNode, scope: Scope): void {
    switch (node.type) {
      case 'Identifier': {
        this.use(node, parent, scope, false);
        return;
      }
      case 'VariableDeclarator': {
        this.visitDeclarator(node, parent, scope);
        return;
      }
      case 'ClassDeclaration':
      case 'ClassExpression': {
        this.visitClass(node, scope);
        return;
      }
      case 'AssignmentExpression':
        this.bind(node.left, node, scope, null);
        {
          this.visit(node.right, node, scope);
          return;
        }
      case 'UpdateExpression': {
        this.bind(node.argument, node, scope, null);
        return;
      }
      case 'MemberExpression':
        this.visit(node.object, node, scope);
        if (node.computed) this.visit(node.property, node, scope);
        return;
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (node.computed) this.visit(node.key, node, scope);
        if (node.value) this.visit(node.value, node, scope);
        return;
      case 'LabeledStatement': {
        this.visit(node.body, node, scope);
        return;
      }
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
        return;
      case 'ForInStatement':
      case 'ForOfStatement': {
        this.visitForEach(node, scope);
        return;
      }
      case 'CatchClause': {
        this.visitCatch(node, scope);
        return;
      }
      case 'BlockStatement':
      case 'ForStatement':
      case 'SwitchStatement':
      case 'StaticBlock': {
        this.visitChildren(node, makeScope(scope, 'block'));
        return;
      }
      default: {
        this.visitChildren(node, scope);
        return;
      }
    }
  }

  private visitChildren(node: AnyNode, scope: Scope): void {
    for (const child of childrenOf(node)) this.visit(child, node, scope);
  }

  private visitFunction(node: Extract<AnyNode, { params: unknown }>, outer: Scope): void {
    if (node.type === 'FunctionDeclaration' && node.id) this.declare(node.id, outer);
    const own = makeScope(outer, 'function');
    if (node.type === 'FunctionExpression' && node.id) this.declare(node.id, own);
    if (node.type !== 'ArrowFunctionExpression') own.declared.add('arguments');
    for (const parameter of node.params) this.bind(parameter, node, own, own);
    if (node.body.type === 'BlockStatement') this.visitChildren(node.body, own);
    else this.visit(node.body, node, own);
  }

  private visitClass(
    node: Extract<AnyNode, { type: 'ClassDeclaration' | 'ClassExpression' }>,
    outer: Scope,
  ): void {
    if (node.type === 'ClassDeclaration' && node.id) this.declare(node.id, outer);
    const own = makeScope(outer, 'block');
    if (node.type === 'ClassExpression' && node.id) this.declare(node.id, own);
    if (node.superClass) this.visit(node.superClass, node, own);
    this.visit(node.body, node, own);
  }

  private visitDeclarator(
    node: Extract<AnyNode, { type: 'VariableDeclarator' }>,
    parent: AnyNode,
    scope: Scope,
  ): void {
    const hoisted = parent.type === 'VariableDeclaration' && parent.kind === 'var';
    this.bind(node.id, node, scope, hoisted ? (scope.variables ?? scope) : scope);
    if (node.init) this.visit(node.init, node, scope);
  }

  private visitForEach(
    node: Extract<AnyNode, { type: 'ForInStatement' | 'ForOfStatement' }>,
    outer: Scope,
  ): void {
    const own = makeScope(outer, 'block');
    if (node.left.type === 'VariableDeclaration') this.visit(node.left, node, own);
    else this.bind(node.left, node, own, null);
    this.visit(node.right, node, own);
    this.visit(node.body, node, own);
  }

  private visitCatch(node: Extract<AnyNode, { type: 'CatchClause' }>, outer: Scope): void {
    const own = makeScope(outer, 'block');
    if (node.param) this.bind(node.param, node, own, own);
    this.visit(node.body, node, own);
  }

  /** Walks a binding or assignment target; its names are declared in `into`, or written if null. */
  private bind(target: AnyNode, parent: AnyNode, scope: Scope, into: Scope | null): void {
    switch (target.type) {
      case 'Identifier':
        if (into === null) this.use(target, parent, scope, true);
        else this.declare(target, into);
        return;
      case 'ObjectPattern':
        for (const property of target.properties) {
          if (property.type === 'RestElement') this.bind(property.argument, target, scope, into);
          else {
            if (property.computed) this.visit(property.key, property, scope);
            this.bind(property.value, property, scope, into);
          }
        }
        return;
      case 'ArrayPattern':
        for (const element of target.elements) {
          if (element) this.bind(element, target, scope, into);
        }
        return;
      case 'AssignmentPattern':
        this.bind(target.left, target, scope, into);
        {
          this.visit(target.right, target, scope);
          return;
        }
      case 'RestElement': {
        this.bind(target.argument, target, scope, into);
        return;
      }
      default: {
        this.visit(target, parent, scope);
        return;
      }
    }
  }
}
