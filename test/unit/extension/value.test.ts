import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { panelHtml } from '../../../extension/panel-html.ts';
import { lookOf, streamsOf } from '../../../extension/webview/value.ts';

describe('lookOf', () => {
  it.each([
    ['text', '"text"'],
    [3, '3'],
    [null, 'null'],
    [[1, 2], '[2]'],
    [{ a: 1, b: 2 }, '{ a, b }'],
    [{ $type: 'undefined' }, 'undefined'],
    [{ $type: 'stream', path: 'add' }, 'stream add'],
    [{ $type: 'bigint', value: '10' }, '10n'],
    [{ $type: 'infinity', negative: true }, '-Infinity'],
    [{ $type: 'regexp', source: 'a+', flags: 'g' }, '/a+/g'],
    [{ $type: 'error', name: 'TypeError', message: 'no' }, 'TypeError: no'],
    [{ $type: 'bigint', value: {} }, 'n'],
    [{ $type: 'map', entries: [['k', 1]] }, 'Map(1)'],
    [{ $type: 'set', values: [1, 2] }, 'Set(2)'],
    [{ $type: 'object', entries: [['$type', 'date']] }, '{ $type }'],
  ])('%j reads %s', (value, text) => {
    expect(lookOf(value).text).toBe(text);
  });

  it('never throws and never gives a long row', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(lookOf(value).text.length).toBeLessThan(260);
      }),
    );
    expect(lookOf('x'.repeat(1e6)).text.length).toBeLessThan(260);
  });
});

describe('streamsOf', () => {
  it('finds every stream once, outside of views', () => {
    const add = { $type: 'stream', path: 'controls.add' };
    const view = {
      type: 'vnode',
      props: { onClick: { $type: 'stream', path: '$UI.props.onClick' } },
    };
    const result = { $UI: view, controls: { add }, again: [add], nested: { view } };
    expect(streamsOf(result)).toEqual(['controls.add']);
  });
});

describe('panelHtml', () => {
  it('forbids everything but the one script', () => {
    const html = panelHtml({
      scriptUri: 'https://x/"><script>',
      nonce: 'N',
      language: 'en',
      title: '<script>',
    });
    expect(html).toContain("default-src 'none'; script-src 'nonce-N'");
    expect(html).not.toContain('unsafe-inline');
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});
