import { describe, expect, it } from 'vitest';
import { viewText } from '../../../server/show/index.ts';
import { node } from './samples.ts';

describe('a view as text', () => {
  it('keeps headings, lists, buttons, fields and their order', () => {
    const view = node(
      'cf-screen',
      {},
      node(
        'cf-vstack',
        {},
        node('h2', {}, 'Shopping ', 'list'),
        node('p', {}, 'Two ', node('b', {}, 'open'), '.'),
      ),
      node('ul', {}, [
        node(
          'li',
          {},
          node('cf-checkbox', { $checked: true }, 'Milk'),
          node('cf-button', {}, 'Remove'),
        ),
        node(
          'li',
          {},
          node('cf-checkbox', { $checked: false }, 'Tea'),
          node('ul', {}, node('li', {}, 'green')),
        ),
      ]),
      node('ol', {}, node('li', {}, 'first'), node('li', {}, 'second')),
      node('hr'),
      node(
        'cf-hstack',
        {},
        node('cf-input', { $value: 'Bread', placeholder: 'What?' }),
        node('input', { placeholder: 'How many?' }),
        node('select', { value: 'kg' }, node('option', {}, 'kg')),
        node('button', { disabled: true }, 'Add'),
      ),
      node('table', {}, node('tr', {}, node('td', {}, 'a'), node('td', {}, 1))),
      node('img', { alt: 'a cat' }),
      node('style', {}, '.x { color: red }'),
    );
    expect(viewText(view)).toMatchInlineSnapshot(`
      "## Shopping list
      Two open.
      • [x] Milk [Remove]
      • [ ] Tea
        • green
      1. first
      2. second
      ────────
      [ Bread ] [ ‹How many?› ] [kg ▾] [Add] (disabled)
      a 1
      (image: a cat)"
    `);
  });

  it('looks through elements that it does not know, patterns and fragments', () => {
    const child = { $NAME: 'Left', $UI: node('cf-button', {}, 'Left: ', 1), count: 1 };
    const view = node(
      'my-thing',
      {},
      node('fragment', {}, child, [child]),
      ' and ',
      node('i', {}, 'more'),
    );
    expect(viewText(view)).toBe('[Left: 1] [Left: 1] and more');
    expect(viewText(node('cf-render', { $cell: child }))).toBe('[Left: 1]');
  });

  it('drops what is nothing: null, booleans, undefined', () => {
    const nothing = { $type: 'undefined' };
    expect(viewText(node('div', {}, null, true, false, nothing, 0, ''))).toBe('0');
  });

  it.each([null, undefined, 3, 'text', true, [], {}, { $UI: null }, { type: 'vnode', name: 'p' }])(
    'takes %j for a view',
    (value) => {
      expect(viewText(value)).toBe(
        typeof value === 'number' || typeof value === 'string' ? String(value) : '',
      );
    },
  );

  it('ends views that do not', () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 5_000; depth++) deep = node('div', {}, deep);
    expect(viewText(deep)).toBe('…');
    const long = node('ul', {}, ...Array.from({ length: 5_000 }, () => node('li', {}, 'x')));
    expect(viewText(long).split('\n').length).toBeLessThan(500);
  });
});
