/** Finds the parts of a scenario file in its text: each scenario, and each expected value. */
import * as ts from 'typescript';
import type { Base0Range } from '../../protocol/index.ts';
import type { TestCase } from '../../protocol/client-tests.ts';
import { rangeIn } from './range.ts';

export interface ScenarioOutline {
  readonly cases: readonly TestCase[];
  /** Where a scenario's step, counted from 1, expects a value at a path. */
  readonly expectation: (name: string, step: number, path: string) => Base0Range | undefined;
}

/** Reads the outline; a text that is not JSON gives as much of it as can be read. */
export function scenariosOf(text: string): ScenarioOutline {
  const file = ts.parseJsonText('scenario.json', text);
  const [statement] = file.statements;
  const scenarios = statement === undefined ? [] : elementsOf(statement.expression);
  const byName = new Map<string, ts.Expression>();
  for (const scenario of scenarios) {
    const name = textOf(memberOf(scenario, 'name'));
    if (name !== undefined && !byName.has(name)) byName.set(name, scenario);
  }
  return {
    cases: [...byName].map(([id, node]) => ({ id, description: '', range: rangeIn(file, node) })),
    expectation: (name, step, path) => {
      const steps = elementsOf(memberOf(byName.get(name), 'steps'));
      const expected = elementsOf(memberOf(steps[step - 1], 'expect'));
      const found = expected.find((each) => textOf(memberOf(each, 'path')) === path);
      return found && rangeIn(file, found);
    },
  };
}

function elementsOf(node: ts.Expression | undefined): readonly ts.Expression[] {
  return node && ts.isArrayLiteralExpression(node) ? node.elements : [];
}

function memberOf(node: ts.Expression | undefined, key: string): ts.Expression | undefined {
  if (!node || !ts.isObjectLiteralExpression(node)) return undefined;
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || !ts.isStringLiteral(property.name)) continue;
    if (property.name.text === key) return property.initializer;
  }
  return undefined;
}

function textOf(node: ts.Expression | undefined): string | undefined {
  return node && ts.isStringLiteral(node) ? node.text : undefined;
}
