import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../server/runtime/index.ts';
import { makeHarness } from './harness.ts';

type Uses = Readonly<Record<string, (date: DateConstructor, math: Math) => unknown>>;

const USES: Uses = {
  'Date.now()': (date) => date.now(),
  'new Date()': (date) => new date().getTime(),
  'Date()': (date) => typeof date(),
  'Math.random()': (_date, math) => math.random(),
};

function globalsOf(harness: ReturnType<typeof makeHarness>): [DateConstructor, Math] {
  const { Date: date, Math: math } = harness.runtime.globals as {
    Date: DateConstructor;
    Math: Math;
  };
  return [date, math];
}

describe('clock and chance', () => {
  it.each(Object.entries(USES))('%s is refused outside a handler', (what, use) => {
    const harness = makeHarness();
    const { api, start, failures } = harness;
    start(api.pattern(() => ({ x: api.computed(() => use(...globalsOf(harness))) })));
    expect(failures.length).toBe(1);
    expect(refusalOf(failures[0]?.thrown)).toEqual({ kind: 'clock', what });
    const atLoad = globalsOf(makeHarness());
    expect(() => use(...atLoad)).toThrow(/not available outside a handler/);
  });

  it('a refusal cannot be forged', () => {
    for (const thrown of [null, 1, {}, { kind: 'clock' }, new Proxy({}, {})]) {
      expect(refusalOf(thrown)).toBeNull();
    }
  });

  it('are granted in a handler, floored to the second', () => {
    const harness = makeHarness();
    const { api, start, send } = harness;
    start(
      api.pattern(() => {
        const seen = api.cell([]);
        return {
          seen,
          go: api.action(() =>
            seen.set(Object.values(USES).map((use) => use(...globalsOf(harness)))),
          ),
        };
      }),
    );
    expect(send('go')).toMatchObject({
      seen: [1_700_000_000_000, 1_700_000_000_000, 'string', 0.25],
    });
  });

  it('give the value and one finding to a pattern of the older API', () => {
    const harness = makeHarness({ generation: 'commontools' });
    const { api, start, runtime, failures } = harness;
    const now = (): unknown => globalsOf(harness)[0].now();
    const Root = api.pattern(() => ({ a: api.computed(() => [now(), now()]) }));
    expect(start(Root)).toEqual({ a: [1_700_000_000_000, 1_700_000_000_000] });
    expect(failures).toEqual([]);
    expect(runtime.findings()).toMatchObject([{ kind: 'clock' }]);
  });

  it('leave dates with an argument alone', () => {
    const [date, math] = globalsOf(makeHarness());
    const made = new date(0);
    expect([made.getTime(), made instanceof date, date.UTC(1970, 0, 2), math.max(1, 2)]).toEqual([
      0,
      true,
      86_400_000,
      2,
    ]);
  });
});

describe('host services', () => {
  it('that are not granted stay pending, with one finding each', () => {
    const { api, start, runtime, $pb } = makeHarness();
    const Root = api.pattern(() => {
      const text = api.generateText({ prompt: 'x' });
      const piece = api.wish({ query: '#nothing' });
      return {
        pending: text.key('pending'),
        found: $pb.x({ $site: () => ($pb.r(piece) as { result: unknown }).result ?? 'nothing' }),
      };
    });
    expect(start(Root)).toEqual({ pending: true, found: 'nothing' });
    expect(runtime.findings().map(({ kind }) => kind)).toEqual([
      'ungranted-service',
      'ungranted-service',
    ]);
  });

  it('are answered by the host where it has an answer', () => {
    const { api, start, runtime } = makeHarness({
      answer: (service) => (service === 'generateText' ? { value: { result: 'hi' } } : undefined),
    });
    expect(start(api.pattern(() => ({ text: api.generateText({}).result })))).toEqual({
      text: 'hi',
    });
    expect(runtime.findings()).toEqual([]);
  });

  it('tell of a navigation, each piece once and by its name', () => {
    const { api, start, runtime } = makeHarness();
    const Page = api.pattern(({ title }: { title: string }) => ({ $NAME: title, title }));
    const Bare = api.pattern(() => ({ a: 1 }));
    const Root = api.pattern(() => {
      for (const piece of [Page({ title: 'home' }), Page({ title: 'home' }), Bare({})]) {
        api.navigateTo(piece);
      }
      return {};
    });
    start(Root);
    expect(runtime.findings().map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'navigation: navigateTo() was called with "home"; nothing opens here.',
      'navigation: navigateTo() was called with a piece without a name; nothing opens here.',
    ]);
  });

  it('wish knows the time and a home without any', () => {
    const { api, start, runtime } = makeHarness();
    const Root = api.pattern(() => ({
      now: api.wish({ query: '#now/60' }).result,
      home: api.wish({ query: '#default' }).result,
    }));
    expect(start(Root)).toMatchObject({ now: 1_699_999_980_000, home: { pieceRegistry: [] } });
    expect(runtime.findings()).toEqual([]);
  });
});

describe('module scope', () => {
  it('data is copied and frozen deeply, with immutable collections', () => {
    const { $pb } = makeHarness();
    const source = { list: [{ n: 1 }], map: new Map([['a', { n: 1 }]]), set: new Set([1]) };
    const data = $pb.data(source) as typeof source;
    expect(data).not.toBe(source);
    expect(Object.isFrozen(data.list[0])).toBe(true);
    expect(Object.isFrozen(data.map.get('a'))).toBe(true);
    expect(data.map).toBeInstanceOf(Map);
    expect([...new Map(data.map).keys()]).toEqual(['a']);
    expect(() => data.map.set('b', { n: 2 })).toThrow(/stored/);
    expect(() => Map.prototype.set.call(data.map, 'b', 1)).toThrow(TypeError);
    expect(() => data.set.add(2)).toThrow(/stored/);
  });

  it('functions and classes are frozen with their prototypes', () => {
    const { $pb } = makeHarness();
    class Thing {
      n = 1;
    }
    $pb.fns(Thing);
    expect([Object.isFrozen(Thing), Object.isFrozen(Thing.prototype)]).toEqual([true, true]);
  });

  it('`star` re-exports live, but never the default or what the module has', () => {
    const { $pb } = makeHarness();
    const source: Record<string, unknown> = { a: 1, b: 2, default: 3 };
    const exports: Record<string, unknown> = { b: 'own' };
    $pb.star(exports, source);
    source['a'] = 10;
    expect({ ...exports }).toEqual({ a: 10, b: 'own' });
  });

  it('constants that a type names are read when they are first needed', () => {
    let reads = 0;
    const { $pb, api, at, start } = makeHarness();
    $pb.constants({ SIZE: () => ((reads += 1), 4) });
    const argument = { properties: { n: { defaultFrom: { module: '/test.tsx', name: 'SIZE' } } } };
    const Child = at({ builder: 'pattern', argument })(({ n }: { n: unknown }) => ({ n }));
    expect(reads).toBe(0);
    expect(start(api.pattern(() => ({ a: Child({}), b: Child({}) })))).toEqual({
      a: { n: 4 },
      b: { n: 4 },
    });
    expect(reads).toBe(1);
  });

  it('two runs know nothing of each other', () => {
    const [one, two] = [makeHarness(), makeHarness()];
    const Root = one.api.pattern(() => ({ a: 1 }));
    expect(() => two.runtime.instantiate(Root, undefined)).toThrow(/not a pattern/);
    expect([one.runtime.kindOf(Root), two.runtime.kindOf(Root)]).toEqual(['pattern', 'function']);
  });
});

describe('refusals', () => {
  it('give a guest that catches one no way to its class', () => {
    const harness = makeHarness();
    let caught: unknown;
    try {
      globalsOf(harness)[1].random();
    } catch (thrown) {
      caught = thrown;
    }
    expect(refusalOf(caught)).not.toBeNull();
    expect((caught as Error).constructor).toBe(Error);
    expect(Object.isFrozen(Object.getPrototypeOf(caught))).toBe(true);
  });
});
