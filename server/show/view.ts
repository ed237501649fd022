/** Draws an encoded `$UI` as text, as a reader without a screen would tell it. */
import { printable } from '../protocol/index.ts';
import { entriesOf, isVNode, tagOf } from './values.ts';
import { isWidget, widgetText } from './widgets.ts';

/** Nested views deeper than this are cut. */
const MAX_DEPTH = 100;
const MAX_LINES = 400;

/** Elements that begin and end a line, whatever their library prefix. */
const blocks = new Set(
  `address article aside blockquote body card details dd div dl dt empty-state fieldset field footer
  form group h1 h2 h3 h4 h5 h6 header heading hr li list main message-beads modal nav ol p pre screen
  section summary table tbody td-block tfoot thead toast toolbar tr ul vgroup vscroll vstack tab-panel`.split(
    /\s+/,
  ),
);
/** Elements whose children stand apart on one line. */
const rows = new Set(['hstack', 'hgroup', 'toolbar', 'tr', 'tab-list', 'nav']);
const hidden = new Set(['style', 'script', 'keybind', 'theme', 'template']);

/** Collects lines; inline content runs on until a block begins. */
class Page {
  readonly lines: string[] = [];
  private current = '';
  private apart = false;

  /** Adds to the line; a piece that stands apart gets a space on both sides. */
  add(text: string, apart = false): void {
    const separate = (apart || this.apart) && this.current !== '' && !/\s$/.test(this.current);
    this.current += separate && text !== '' && !/^\s/.test(text) ? ` ${text}` : text;
    if (text !== '') this.apart = apart;
  }

  space(): void {
    if (this.current !== '') this.apart = true;
  }

  end(): void {
    const line = this.current.replace(/\s+/g, ' ').trim();
    if (line !== '') this.push(line);
    this.current = '';
    this.apart = false;
  }

  push(line: string): void {
    if (this.lines.length < MAX_LINES) this.lines.push(line);
    else if (this.lines.length === MAX_LINES) this.lines.push('…');
  }
}

/** The view as lines of text; unknown elements show what is in them. */
export function viewText(vnode: unknown): string {
  const page = new Page();
  draw(vnode, page, 0);
  page.end();
  return page.lines.join('\n');
}

/** `cf-vstack`, `ct-vstack` and `vstack` are drawn alike. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/^(?:cf|ct|common|os)-/, '');
}

function draw(node: unknown, page: Page, depth: number): void {
  if (depth > MAX_DEPTH) {
    page.add('…');
  } else if (typeof node === 'string') page.add(printable(node.replace(/\s+/g, ' ')));
  else if (typeof node === 'number') page.add(String(node));
  else if (Array.isArray(node)) {
    for (const child of node) draw(child, page, depth + 1);
  } else if (isVNode(node)) drawElement(node, page, depth);
  else drawOther(node, page, depth);
}

/** A pattern's result where a node is expected, or a value that JSON cannot hold. */
function drawOther(value: unknown, page: Page, depth: number): void {
  const ui = entriesOf(value).find(([key]) => key === '$UI');
  if (ui) {
    draw(ui[1], page, depth + 1);
    return;
  }
  if (tagOf(value) === 'bigint' && typeof value === 'object' && value && 'value' in value) {
    page.add(String(value.value));
  }
}

function drawElement(node: Readonly<Record<string, unknown>>, page: Page, depth: number): void {
  const name = plainName(String(node.name));
  const props = new Map(entriesOf(node.props));
  const children = node.children;
  if (hidden.has(name)) return;
  if (name === 'br') {
    page.end();
    return;
  }
  if (name === 'hr' || name === 'separator' || name === 'divider') {
    page.end();
    page.push('────────');
    return;
  }
  if (isWidget(name)) page.add(widgetText(name, props, inlineText(children, depth)), true);
  else if (name === 'render' || name === 'cell-link') {
    drawBlock(props.get('$cell') ?? children, page, depth);
  } else if (name === 'ul' || name === 'ol') drawList(name, children, page, depth);
  else if (/^h[1-6]$/.test(name) || name === 'heading')
    drawHeading(name, props, children, page, depth);
  else if (rows.has(name)) drawRow(children, page, depth);
  else if (blocks.has(name)) drawBlock(children, page, depth);
  else if (
    name === 'td' ||
    name === 'th' ||
    name === 'badge' ||
    name === 'chip' ||
    name === 'tab'
  ) {
    page.add(inlineText(children, depth), true);
  } else draw(children, page, depth + 1);
}

function drawBlock(children: unknown, page: Page, depth: number): void {
  page.end();
  draw(children, page, depth + 1);
  page.end();
}

function drawRow(children: unknown, page: Page, depth: number): void {
  page.end();
  for (const child of Array.isArray(children) ? children.flat() : [children]) {
    draw(child, page, depth + 1);
    page.space();
  }
  page.end();
}

function drawHeading(
  name: string,
  props: ReadonlyMap<string, unknown>,
  children: unknown,
  page: Page,
  depth: number,
): void {
  const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? props.get('level') ?? 2);
  const marks = '#'.repeat(Math.min(Math.max(Math.trunc(level) || 2, 1), 6));
  page.end();
  page.push(`${marks} ${inlineText(children, depth)}`);
}

function drawList(name: string, children: unknown, page: Page, depth: number): void {
  page.end();
  let number = 0;
  for (const child of [children].flat(MAX_DEPTH)) {
    const item = new Page();
    draw(child, item, depth + 1);
    item.end();
    if (item.lines.length === 0) continue;
    const mark = name === 'ol' ? `${++number}. ` : '• ';
    const [first = '', ...rest] = item.lines;
    page.push(mark + first);
    for (const line of rest) page.push(' '.repeat(mark.length) + line);
  }
}

/** What is in a node, on one line. */
function inlineText(children: unknown, depth: number): string {
  const page = new Page();
  draw(children, page, depth + 1);
  page.end();
  return page.lines.join(' ');
}
