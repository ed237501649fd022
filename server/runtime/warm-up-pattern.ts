/** The pattern that each process runs before it has one to run; see guest/warm-up.ts. */
import { RUNTIME_URL } from '../protocol/runtime-urls.ts';
import type { WireRecord } from '../protocol/wire.ts';

/** As the compiler writes it: an input, a cell, a computation, an action, a view. */
const code = `(function (exports, require, $pb, $s, $b) { "use strict";
const api = require("commonfabric");
exports.default = $pb.at(0, api.pattern)(({ title }) => {
  $s[0] = $b + 1;
  const count = new ($pb.at(1, api.Writable))(1);
  const twice = $pb.at(2, api.computed)(() => count.get() * 2);
  const add = $pb.at(3, api.action)(() => count.set(count.get() + 1));
  const view = $pb.h("div", { title }, $pb.h("button", { onClick: add }, twice, [title, count]));
  return { [api.NAME]: title, [api.UI]: view, count, twice, add, list: [{ title }] };
});
})`;

const fact = (builder: string): WireRecord['facts'][number] => ({
  builder,
  position: { line: 1, column: 1 },
});

export const warmUpPattern: WireRecord = {
  path: 'warm-up.tsx',
  sourceURL: RUNTIME_URL,
  code,
  imports: [{ specifier: 'commonfabric', target: { kind: 'runtime', name: 'commonfabric' } }],
  facts: ['pattern', 'Writable', 'computed', 'action'].map(fact),
  generation: 'commonfabric',
};
