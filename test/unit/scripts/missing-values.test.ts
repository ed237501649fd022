import { describe, expect, it } from 'vitest';
import { causesOf } from '../../../scripts/lib/missing-values.mjs';

const text = `interface Input {
  title: string;
  count: number | Default<0>;
}`;
const absent = { $type: 'undefined' };

describe('what is missing in a result', () => {
  it('is told with its cause', () => {
    const result = { title: absent, list: [{ deep: absent }], count: 0 };
    expect(causesOf({ result, success: true }, text)).toEqual([
      { kind: 'undefined', path: 'title', cause: 'an input or field without a default' },
      {
        kind: 'undefined',
        path: 'list.0.deep',
        cause: 'shown from inputs or fields without a default',
      },
    ]);
    expect(causesOf({ result: { a: absent }, success: true }, '')).toMatchObject([
      { cause: 'something else' },
    ]);
  });

  it('is what the author wrote, or what a failed run left', () => {
    const cause = (result: unknown, source: string, success = true) =>
      causesOf({ result, success }, source).map((each) => each.cause);
    const written = ['undefined that the author wrote'];
    expect(cause({ a: absent }, 'const data = { a: i < 9 ? 1 : undefined };')).toEqual(written);
    expect(cause({ a: absent }, 'const a = new Writable<string>(undefined);')).toEqual(written);
    expect(cause({ a: absent }, text, false)).toEqual(['the run ends in an error, as it should']);
    expect(cause({ n: absent }, 'properties: { n: { type: "number" } }')).toEqual([
      'an input or field without a default',
    ]);
  });

  it('is a host service where one was asked for in vain', () => {
    const diagnostics = [
      { code: 'PB1274', message: '`fetchJson` is not granted.' },
      { code: 'PB1277', message: 'navigateTo() opens nothing.' },
    ];
    const waiting = [{ for: 'page.result' }];
    expect(causesOf({ result: {}, waiting, diagnostics, success: true }, text)).toEqual([
      {
        kind: 'waiting',
        path: 'page.result',
        cause: 'a host service that is not granted (fetchJson)',
      },
    ]);
  });

  it('is a view that draws nothing', () => {
    const view = (...children: unknown[]) => ({ type: 'vnode', name: 'div', props: {}, children });
    const kinds = (ui: unknown) =>
      causesOf({ result: { $UI: ui }, success: true }, '').map(({ kind }) => kind);
    expect(kinds(view(view(), null, ''))).toEqual(['views']);
    expect(kinds(view(view('text')))).toEqual([]);
    expect(kinds({ ...view(), name: 'cf-input', props: { $value: 1 } })).toEqual([]);
  });
});
