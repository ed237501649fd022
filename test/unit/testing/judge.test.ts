/** What an assertion's value says; every value is untrusted. */
import { describe, expect, it } from 'vitest';
import { judge, originOf } from '../../../server/testing/assertion.ts';
import { isRenderable } from '../../../server/testing/views.ts';

describe('the value of an assertion', () => {
  it('holds when it is true, or a record that is ok', () => {
    expect(judge(true)).toBeNull();
    expect(judge({ ok: true, source: 'a', parts: [] })).toBeNull();
  });

  it('names the source, and each operand on a line', () => {
    const parts = [
      { src: 'a', rendered: '1' },
      { src: 'b', rendered: '2' },
    ];
    expect(judge({ ok: false, source: 'a > b', parts })).toBe('a > b\na = 1\nb = 2');
    expect(judge({ ok: false, source: 'a', parts: [] })).toBe('Expected true, got false: a');
    expect(judge({ ok: false })).toBe('Expected true, got false.');
  });

  it.each([undefined, null, 0, 'true', [], {}, { ok: 'yes' }, { ok: 1, parts: 7 }])(
    'is a failure with a reason when it is %j',
    (value) => {
      expect(judge(value)).toMatch(/^Expected true, got /);
    },
  );

  it('says undefined where there is no value', () => {
    expect(judge({ $type: 'undefined' })).toBe('Expected true, got undefined.');
  });

  it('survives parts of the wrong shape', () => {
    expect(judge({ ok: false, source: 1, parts: [null, 7, { src: {}, rendered: [1] }] })).toBe(
      '\n = [1]',
    );
    expect(judge({ ok: false, source: 'a', parts: { length: 3 } })).toContain('a');
  });
});

describe('the place of an assertion', () => {
  it('is a module and a number, or none', () => {
    expect(originOf({ at: { module: 'a.tsx', fact: 2 } })).toEqual({ module: 'a.tsx', fact: 2 });
    for (const at of [
      null,
      1,
      {},
      { module: 'a' },
      { module: 1, fact: 1 },
      { module: 'a', fact: -1 },
      { module: 'a', fact: 0.5 },
    ]) {
      expect(originOf({ at })).toBeNull();
    }
    expect(originOf(null)).toBeNull();
  });
});

describe('what can be drawn', () => {
  it('is an element, something with a view, text, nothing, or a list of those', () => {
    const vnode = { type: 'vnode', name: 'p', props: {}, children: [] };
    for (const value of [vnode, { $UI: vnode }, 'a', 1, true, null, undefined, [], [vnode, [1]]]) {
      expect(isRenderable(value)).toBe(true);
    }
    for (const value of [{}, [{}], { name: 'p' }, [[{}]]]) expect(isRenderable(value)).toBe(false);
  });
});
