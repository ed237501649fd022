// TypeScript is one bundle of its own, shared by the server and the command line. Its API is an
// object of some two thousand getters, and a compile asks it hundreds of thousands of times what kind
// of node it has: the module that stands for it here reads each function once and knows each enum.
import { createRequire } from 'node:module';

const typescript = createRequire(import.meta.url)('typescript');
const bundle = './typescript.js';

const isEnum = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).some((member) => typeof member === 'number' && member in value);

/** As an enum of TypeScript's, so that esbuild writes its numbers where they are used. */
function enumText(name, members) {
  const lines = Object.entries(members)
    .filter(([, value]) => typeof value === 'number')
    .map(([key, value]) => `${JSON.stringify(key)} = ${value},`);
  return `export enum ${name} {${lines.join('')}}`;
}

/** What nobody uses is left out of the bundle, as the call has no effect of its own. */
const constantText = (name) => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`;

function moduleText() {
  const names = Object.keys(typescript).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
  const exported = names.map((name) =>
    isEnum(typescript[name]) ? enumText(name, typescript[name]) : constantText(name),
  );
  return [`import api from '${bundle}';`, ...exported].join('\n');
}

/** @type {import('esbuild').Plugin} */
export const sharedTypeScript = {
  name: 'shared-typescript',
  setup(build) {
    build.onResolve({ filter: /^typescript$/ }, () => ({
      path: 'typescript',
      namespace: 'shared-typescript',
      sideEffects: false,
    }));
    build.onResolve({ filter: /^\.\/typescript\.js$/, namespace: 'shared-typescript' }, () => ({
      path: bundle,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'shared-typescript' }, () => ({
      contents: moduleText(),
      loader: 'ts',
    }));
  },
};
