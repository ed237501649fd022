/**
 * The few lines of a tsconfig.json that let an editor without our plugin find the declarations of
 * the authoring API. What is written there already stays as it is, comments included.
 */
import path from 'node:path';
import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import { tsconfigExtends, tsconfigUnreadable, type Message } from '../../server/protocol/index.ts';
import { declarations } from '../api-declarations.ts';

/** Where the declarations are put, beside the tsconfig.json. */
export const typesFolder = '.patternbox/types';

/** Schemas of objects take arrays too. */
const noArray = v.check((value: unknown) => !Array.isArray(value));
const Options = v.looseObject({
  baseUrl: v.optional(v.string()),
  jsx: v.optional(v.unknown()),
  paths: v.optional(v.pipe(v.unknown(), noArray, v.record(v.string(), v.unknown()))),
});
const Tsconfig = v.looseObject({
  extends: v.optional(v.unknown()),
  compilerOptions: v.optional(v.pipe(v.unknown(), noArray, Options)),
});

export type Change =
  | { readonly kind: 'change'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: Message };

const fresh = {
  compilerOptions: {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'Bundler',
    lib: ['ES2023', 'DOM'],
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
  },
};

/** The text that a tsconfig.json should have; undefined: there is none yet. */
export function withTypes(before: string | undefined): Change {
  const text = before ?? `${JSON.stringify(fresh, null, 2)}\n`;
  const errors: ParseError[] = [];
  const content: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  const parsed = v.safeParse(Tsconfig, content);
  if (errors.length > 0 || !parsed.success || Array.isArray(content)) {
    return { kind: 'refused', why: tsconfigUnreadable({}) };
  }
  const { extends: inherited, compilerOptions = {} } = parsed.output;
  const { baseUrl = '.', jsx, paths } = compilerOptions;
  // Its own `paths` would hide those of the file that it takes its settings from.
  if (inherited !== undefined && paths === undefined) {
    return { kind: 'refused', why: tsconfigExtends({}) };
  }

  const wanted = [...declarations]
    .filter(([name]) => paths?.[name] === undefined)
    .map(([name, file]) => [['paths', name], [placeOf(baseUrl, file)]] as const);
  const all: readonly (readonly [readonly string[], unknown])[] = [
    ...(jsx === undefined && inherited === undefined ? [[['jsx'], 'preserve'] as const] : []),
    ...wanted,
  ];
  if (all.length === 0) return { kind: 'nothing' };
  const formattingOptions = { insertSpaces: !/^\t/m.test(text), tabSize: indentOf(text) };
  const after = all.reduce(
    (result, [key, value]) =>
      applyEdits(result, modify(result, ['compilerOptions', ...key], value, { formattingOptions })),
    text,
  );
  return { kind: 'change', text: after };
}

/** A path as TypeScript wants it: relative to `baseUrl`, with a dot in front. */
function placeOf(baseUrl: string, file: string): string {
  const relative = path.posix.relative(baseUrl, path.posix.join(typesFolder, file));
  return relative.startsWith('.') && !relative.startsWith('.patternbox')
    ? relative
    : `./${relative}`;
}

function indentOf(text: string): number {
  return /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
}
