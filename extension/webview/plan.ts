/**
 * From a pattern's view to a plan of what is drawn: only known elements, only harmless attributes.
 * Everything that comes in is hostile data; everything that goes out is safe to build. No DOM here.
 */
import { safeStyle, type SafeStyle } from './safe-style.ts';
import { drawingOf, type Drawing } from './vocabulary.ts';
import { isVNode, lookOf, streamPath, tagOf } from './value.ts';

export interface ElementPlan {
  readonly type: 'element';
  readonly tag: string;
  readonly component?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: SafeStyle;
  /** The stream that a click sends to. */
  readonly click?: string;
  readonly children: readonly Plan[];
}

export type Plan = { readonly type: 'text'; readonly text: string } | ElementPlan;

/** Attributes that are copied when their value is a text, a number or true. */
const plainAttributes = new Set(
  (
    'alt aria-describedby aria-hidden aria-label aria-live cols colspan dir disabled for headers ' +
    'label lang max maxlength min open placeholder role rows rowspan scope selected size span ' +
    'step title'
  ).split(' '),
);
const inputTypes = new Set(
  'checkbox color date datetime-local email month number password radio range search tel text time url week'.split(
    ' ',
  ),
);
const voidTags = new Set(['br', 'hr', 'img', 'input', 'col']);
const dataImage = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/;
const mostNodes = 5000;
const deepest = 64;

/** The plan of a view; nothing at all for a value that draws nothing. */
export function planOf(view: unknown): Plan[] {
  let left = mostNodes;

  const plan = (value: unknown, depth: number): Plan[] => {
    if (depth > deepest || --left < 0) return [];
    if (value === null || value === undefined || typeof value === 'boolean') return [];
    if (typeof value === 'string' || typeof value === 'number') {
      return [{ type: 'text', text: String(value) }];
    }
    if (typeof value !== 'object') return [];
    if (Array.isArray(value)) return value.flatMap((each) => plan(each, depth + 1));
    if (isVNode(value)) return element(value, depth);
    const inner: unknown = Reflect.get(value, '$UI');
    if (inner !== undefined) return plan(inner, depth + 1);
    const tag = tagOf(value);
    if (tag === 'undefined' || tag === 'stream' || tag === 'function') return [];
    return [{ type: 'text', text: lookOf(value).text }];
  };

  const element = (node: object, depth: number): Plan[] => {
    const name: unknown = Reflect.get(node, 'name');
    const drawing = typeof name === 'string' ? drawingOf(name) : undefined;
    if (!drawing) return [];
    const given: unknown = Reflect.get(node, 'props');
    const props = typeof given === 'object' && given !== null ? given : {};
    const content = plan(Reflect.get(node, 'children') ?? [], depth + 1);
    const isVoid = voidTags.has(drawing.tag);
    const children = isVoid ? [] : [...captionOf(drawing, props), ...content];
    const click = streamPath(read(props, 'onClick') ?? read(props, 'onclick'));
    const made: ElementPlan = {
      type: 'element',
      tag: drawing.tag,
      ...(drawing.component !== undefined && { component: drawing.component }),
      attributes: attributesOf(drawing, props),
      style: safeStyle(read(props, 'style')),
      ...(click !== undefined && { click }),
      children,
    };
    if (!isVoid || drawing.component === undefined || content.length === 0) return [made];
    // What stands inside a checkbox of the vocabulary is its label.
    return [
      { type: 'element', tag: 'label', attributes: {}, style: [], children: [made, ...content] },
    ];
  };

  return plan(view, 0);
}

function attributesOf({ tag, inputType }: Drawing, props: object): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(props)) {
    const name = key.toLowerCase();
    if (plainAttributes.has(name) && isPlain(value))
      attributes[name] = value === true ? '' : String(value);
  }
  if (tag === 'img') {
    const source = read(props, 'src');
    if (typeof source === 'string' && dataImage.test(source)) attributes['src'] = source;
  }
  if (tag === 'input') attributes['type'] = inputType ?? typeOf(read(props, 'type'));
  if (tag === 'a') {
    const address = read(props, 'href');
    // Shown, never followed: a link of a pattern leads wherever the pattern wants.
    if (typeof address === 'string') attributes['title'] = address.slice(0, 300);
  }
  const checked = bound(props, 'checked');
  if (tag === 'input' && checked === true) attributes['checked'] = '';
  const value = bound(props, 'value');
  if ('input textarea select option progress meter'.split(' ').includes(tag) && isPlain(value)) {
    attributes['value'] = String(value);
  }
  return attributes;
}

/** Components that take their text from a prop instead of children. */
function captionOf({ component }: Drawing, props: object): Plan[] {
  if (component === undefined) return [];
  for (const key of ['label', 'title', 'heading', 'text']) {
    const value = read(props, key);
    if (typeof value === 'string' && key !== 'title') return [{ type: 'text', text: value }];
  }
  return [];
}

/** The value of `$name` or `name`: a binding is shown as what it holds. */
function bound(props: object, name: string): unknown {
  return read(props, `$${name}`) ?? read(props, name);
}

function read(props: object, key: string): unknown {
  return Object.hasOwn(props, key) ? (Reflect.get(props, key) as unknown) : undefined;
}

function typeOf(value: unknown): string {
  return typeof value === 'string' && inputTypes.has(value) ? value : 'text';
}

function isPlain(value: unknown): value is string | number | true {
  return typeof value === 'string' || typeof value === 'number' || value === true;
}
