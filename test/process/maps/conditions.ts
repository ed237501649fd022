/** The conditions under which every construct is tried: each gives the files of one program. */
import { MARKER } from './construct.ts';
import type { Construct } from './construct.ts';

export interface Site {
  readonly name: string;
  /** The module whose default export is the pattern. */
  readonly entry: string;
  readonly files: Readonly<Record<string, string>>;
}

type Lines = (construct: Construct, place: string) => Site['files'];

const builders = 'NAME, UI, pattern, computed, handler, lift, ifElse, str';
const input = {
  new: 'interface Input { none?: any | Default<null>; text?: string | Default<"abc">; count?: Writable<number | Default<3>>; list?: Writable<any[] | Default<[{ n: 1; a: null }]>>; rows?: any[] | Default<[{ cells: [1] }]>; }',
  old: 'interface Input { none: Default<any, null>; text: Default<string, "abc">; count: Default<number, 3>; list: Default<any[], [{ n: 1; a: null }]>; rows: Default<any[], [{ cells: [1] }]>; }',
};

function imports({ old, imports: own = '' }: Construct): string {
  const names = old ? `${builders}, derive` : `${builders}, action`;
  const types = old ? 'type Default, type Cell' : 'type Default, type Writable, type Stream';
  return `import { ${names}, ${types} } from "${old ? 'commontools' : 'commonfabric'}"; ${own}`;
}

function patternOf({ old, body = '', out }: Construct, start = ''): string {
  const parameters = '({ none, text, count, list, rows })';
  return `pattern<Input>(${parameters} => {${start} ${body} return { out: ${out} }; })${old ? '' : ''}`;
}

function head(construct: Construct): string {
  return `${imports(construct)} ${input[construct.old ? 'old' : 'new']}`;
}

/** Every declaration on a line of its own, after a few lines that only types need. */
function plain(construct: Construct, indent = '  '): string {
  const body = construct.body ? `\n${indent}${construct.body}` : '';
  return [
    imports(construct),
    'interface Unused {',
    `${indent}a: string;`,
    '}',
    input[construct.old ? 'old' : 'new'],
    construct.top ?? '',
    'export default pattern<Input>(({ none, text, count, list, rows }) => {' + body,
    `${indent}return {`,
    `${indent}${indent}out: ${construct.out},`,
    `${indent}};`,
    '});',
    '',
  ].join('\n');
}

/** Puts a text before the first statement of the line that has the marker. */
function beforeMarker(text: string, inserted: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(MARKER));
  lines[at] = inserted + (lines[at] ?? '');
  return lines.join('\n');
}

function single(text: (construct: Construct) => string): Lines {
  return (construct, place) => ({ [`${place}/main.tsx`]: text(construct) });
}

export const conditions: Readonly<Record<string, Lines>> = {
  'line 1': single(
    (construct) =>
      `${head(construct)} ${construct.top ?? ''} export default ${patternOf(construct)};`,
  ),
  CRLF: single((construct) => plain(construct).replaceAll('\n', '\r\n')),
  tab: single((construct) => beforeMarker(plain(construct, '\t'), '\t\t')),
  'astral characters': single((construct) => {
    const text = plain({
      ...construct,
      ...(construct.top ? { top: `const before = "😀𝒳"; /* 😀 */ ${construct.top}` } : {}),
      ...(construct.body ? { body: `const seen = "😀𝒳"; ${construct.body}` } : {}),
    });
    return text.replace('out: ', 'face: "😀𝒳", /* 𝒳 */ out: ');
  }),
  hoisted: single((construct) =>
    [
      imports(construct),
      construct.alone ? '' : 'export { Late as default };',
      construct.alone ? (construct.top ?? '') : '',
      `const Late = ${patternOf(construct)};`,
      construct.alone ? 'export { Late as default };' : (construct.top ?? ''),
      input[construct.old ? 'old' : 'new'],
    ].join('\n'),
  ),
  'two modules': (construct, place) => {
    const { top = '', names = [], ...rest } = construct;
    const exported = names.length > 0 ? `export { ${names.join(', ')} };` : '';
    if (top === '' || construct.alone) {
      return {
        [`${place}/main.tsx`]: 'export const own = 1;\nexport { default } from "./sibling.tsx";',
        [`${place}/sibling.tsx`]: plain(construct),
      };
    }
    const library = `${imports(construct)}\n\n  ${top}\n${exported}`;
    const using = { ...rest, imports: `import { ${names.join(', ')} } from "./sibling.tsx";` };
    return { [`${place}/main.tsx`]: plain(using), [`${place}/sibling.tsx`]: library };
  },
  'nested .map': single((construct) => {
    if (construct.alone) {
      const top = (construct.top ?? '').replace(
        /const data = (.*?);$/,
        'const data = [1].map(() => [2].map(() => ($1)));',
      );
      return plain({ ...construct, top });
    }
    const { body = '', out } = construct;
    const nested = `rows.map((row: any) => row.cells.map((cell: any) => {\n ${body} return ${out}; }))`;
    return plain({ ...construct, body: '', out: nested });
  }),
};

/** The site of a construct under a condition, in a folder of its own. */
export function siteOf(construct: Construct, condition: string, place: string): Site {
  const lines = conditions[condition];
  if (lines === undefined) throw new Error(`no condition ${condition}`);
  const extra = Object.entries(construct.files ?? {});
  const files = {
    ...lines(construct, place),
    ...Object.fromEntries(extra.map(([name, text]) => [`${place}/${name}`, text])),
  };
  return { name: `${construct.name} × ${condition}`, entry: `${place}/main.tsx`, files };
}
