import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { planOf, type ElementPlan, type Plan } from '../../../extension/webview/plan.ts';
import { safeStyle } from '../../../extension/webview/safe-style.ts';

const h = (name: unknown, props: unknown = {}, ...children: unknown[]) => ({
  type: 'vnode',
  name,
  props,
  children,
});
const stream = (path: string) => ({ $type: 'stream', path });

function first(view: unknown): ElementPlan {
  const [plan] = planOf(view);
  if (plan?.type !== 'element') throw new Error('nothing was drawn');
  return plan;
}

function everything(plans: readonly Plan[]): ElementPlan[] {
  return plans.flatMap((plan) =>
    plan.type === 'text' ? [] : [plan, ...everything(plan.children)],
  );
}

describe('a view', () => {
  it('draws what stands inside a checkbox as its label', () => {
    const view = h('cf-checkbox', { $checked: true }, 'Done');
    expect(first(view)).toMatchObject({
      tag: 'label',
      children: [
        { tag: 'input', attributes: { checked: '' } },
        { type: 'text', text: 'Done' },
      ],
    });
    expect(first(h('cf-checkbox'))).toMatchObject({ tag: 'input' });
  });

  it('draws the vocabulary as plain elements', () => {
    const view = h(
      'cf-vstack',
      {},
      h('ct-button', { onClick: stream('add') }, 'Add ', 3),
      null,
      false,
    );
    expect(first(view)).toMatchObject({
      tag: 'div',
      component: 'vstack',
      children: [
        {
          tag: 'button',
          click: 'add',
          children: [
            { type: 'text', text: 'Add ' },
            { type: 'text', text: '3' },
          ],
        },
      ],
    });
  });

  it('shows bindings as what they hold', () => {
    expect(first(h('cf-input', { $value: 'typed' })).attributes).toEqual({
      type: 'text',
      value: 'typed',
    });
    expect(first(h('cf-checkbox', { $checked: true })).attributes).toEqual({
      type: 'checkbox',
      checked: '',
    });
    expect(first(h('cf-checkbox', { $checked: false })).attributes).toEqual({ type: 'checkbox' });
  });

  it('draws the view of a nested pattern, and lists', () => {
    const child = { $UI: h('p', {}, 'child'), value: 1 };
    expect(planOf([h('li', {}, child), [h('li', {}, 'b')]])).toMatchObject([
      { tag: 'li', children: [{ tag: 'p', children: [{ text: 'child' }] }] },
      { tag: 'li', children: [{ text: 'b' }] },
    ]);
  });
});

describe('a hostile view', () => {
  it.each([
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'link',
    'meta',
    'base',
    'template',
    'svg',
    'SCRIPT',
  ])('<%s> is not drawn, nor what is inside', (name) => {
    expect(planOf(h(name, {}, 'alert(1)', h('p', {}, 'inside')))).toEqual([]);
  });

  it('unknown and malformed names become boxes or nothing', () => {
    expect(first(h('x-evil')).tag).toBe('div');
    expect(first(h('cf-constructor')).tag).toBe('div');
    expect(planOf(h(undefined))).toEqual([]);
    expect(planOf(h({ toString: 'div' }))).toEqual([]);
  });

  it('no event, address or raw HTML attribute passes', () => {
    const props = {
      onClick: 'alert(1)',
      onerror: 'alert(1)',
      srcdoc: '<script>',
      innerHTML: '<img src=x>',
      href: 'javascript:alert(1)',
      action: 'https://evil',
      id: 'result',
      class: 'chip',
      'data-focus': 'send:x',
    };
    expect(first(h('div', props)).attributes).toEqual({});
    expect(first(h('a', props)).attributes).toEqual({ title: 'javascript:alert(1)' });
  });

  it('images only from inline data of harmless types', () => {
    const source = (src: string) => first(h('img', { src })).attributes['src'];
    expect(source('data:image/png;base64,AAAA')).toBe('data:image/png;base64,AAAA');
    for (const bad of [
      'https://evil/pixel.png',
      'data:image/svg+xml;base64,AAAA',
      'data:text/html,<script>',
      'javascript:alert(1)',
      'vscode-resource://x',
    ]) {
      expect(source(bad)).toBeUndefined();
    }
  });

  it('depth and size are bounded', () => {
    let deep: unknown = 'x';
    for (let n = 0; n < 10_000; n++) deep = h('div', {}, deep);
    expect(everything(planOf(deep)).length).toBeLessThan(100);
    const wide = Array.from({ length: 50_000 }, () => h('p'));
    expect(planOf(wide).length).toBeLessThan(5001);
  });

  it('whatever the value, only known elements and attributes come out', () => {
    const name = fc.oneof(fc.constantFrom('div', 'script', 'cf-input', 'img', 'a'), fc.string());
    const node = fc.record({
      type: fc.constant('vnode'),
      name,
      props: fc.anything(),
      children: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(node, fc.anything()), (view) => {
        for (const { tag, attributes } of everything(planOf(view))) {
          expect(tag).toMatch(/^[a-z][a-z0-9]*$/);
          expect(tag).not.toMatch(/script|iframe|object|embed|link|style|svg/);
          for (const attribute of Object.keys(attributes))
            expect(attribute).not.toMatch(/^on|href|srcdoc/);
        }
      }),
    );
  });
});

describe('safeStyle', () => {
  it('keeps what lays out and colours, as text or object', () => {
    expect(safeStyle({ fontSize: 12, color: 'red', lineHeight: 1.5, flexGrow: 1 })).toEqual([
      ['font-size', '12px'],
      ['color', 'red'],
      ['line-height', '1.5'],
      ['flex-grow', '1'],
    ]);
    expect(safeStyle('color: var(--x); gap: 4px')).toEqual([
      ['color', 'var(--x)'],
      ['gap', '4px'],
    ]);
  });

  it.each([
    { background: 'url(https://evil/x)' },
    { background: 'URL("https://evil")' },
    { background: 'u\\72l(https://evil)' },
    { background: 'image-set("https://evil" 1x)' },
    { background: 'cross-fade(src(x))' },
    { position: 'fixed' },
    { zIndex: 9999 },
    { transform: 'scale(100)' },
    { '--vscode-foreground': 'red' },
    { color: 'red; position: fixed' },
    { color: 'red !important' },
    { width: 'expression(alert(1))' },
    { fontSize: Number.NaN },
    { color: {} },
    'background:url(//evil)',
    'position:fixed',
    7,
    null,
  ])('drops %j', (style) => {
    expect(safeStyle(style)).toEqual([]);
  });
});
