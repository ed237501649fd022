/** The runtime modules that patterns import. Both generations' names are in both modules. */
import type { RuntimeModuleName } from '../protocol/record.ts';
import { makeCellConstructor, makeCellFunction } from './builders/cells.ts';
import { makeAssert, makeComputed, makeDerive, makeLift } from './builders/computations.ts';
import { makeIfElse, makeStr, makeUnless, makeWhen } from './builders/conditionals.ts';
import { makeTools, RESULT_KEYS } from './builders/constants.ts';
import { makeAction, makeHandler, makeStreamBuilder } from './builders/handlers.ts';
import { makeH } from './builders/jsx.ts';
import { makeLabels } from './builders/labels.ts';
import { makePatternBuilder } from './builders/patterns.ts';
import { inertCopy } from './inert.ts';
import type { RunState } from './run-state.ts';
import { makeServices } from './services/services.ts';

type Namespace = Readonly<Record<string, unknown>>;

/** Everything that a pattern can import, by name. */
function makeNamespace(run: RunState): Namespace {
  const pattern = makePatternBuilder(run);
  const stream = makeStreamBuilder(run);
  return Object.freeze({
    ...RESULT_KEYS,
    SELF: run.self,
    ID: Symbol('ID'),
    ID_FIELD: Symbol('ID_FIELD'),
    pattern,
    recipe: pattern,
    lift: makeLift(run),
    computed: makeComputed(run),
    derive: makeDerive(run),
    assert: makeAssert(run),
    handler: makeHandler(run),
    action: makeAction(run),
    Stream: stream,
    stream,
    Cell: makeCellConstructor(run),
    Writable: makeCellConstructor(run),
    OpaqueCell: makeCellConstructor(run),
    cell: makeCellFunction(run),
    str: makeStr(run),
    ifElse: makeIfElse(run),
    when: makeWhen(run),
    unless: makeUnless(run),
    h: makeH(run, 'commonfabric'),
    __cf_data: Object.freeze((value: unknown) => inertCopy(value)),
    ...makeLabels(),
    ...makeTools(run),
    ...makeServices(run),
  });
}

/** The frozen namespaces by module name. */
export function makeModules(run: RunState): Readonly<Record<RuntimeModuleName, Namespace>> {
  const namespace = makeNamespace(run);
  return Object.freeze({
    commonfabric: namespace,
    'commonfabric/schema': namespace,
    'commonfabric/cfc': namespace,
    commontools: namespace,
    'commontools/schema': namespace,
  });
}
