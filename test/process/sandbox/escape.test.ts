import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functor, openIn, patternOf, recordsOf, useSandbox } from './support.ts';

const { pool, runOnce } = useSandbox({ spares: 2 });

const SECRET = 'PATTERNBOX_SECRET';
const secret = `secret-${process.pid}`;
const canaryText = 'the canary sings';
let folder = '';
let canary = '';
let connections = 0;
const server = createServer((_request, response) => response.end('hello'));
server.on('connection', () => (connections += 1));
let port = 0;

beforeAll(async () => {
  process.env[SECRET] = secret;
  folder = mkdtempSync(path.join(tmpdir(), 'patternbox-canary-'));
  canary = path.join(folder, 'canary.txt');
  writeFileSync(canary, canaryText);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Each probe is text that the pattern evaluates at run time. It says in `reached` how far it came,
 * which must be `boundary`, and gives what it found there, which must be nothing.
 */
const probes: Record<string, string> = {
  'a constructor walk from an array': `const F = [].constructor.constructor; reached('boundary'); return F("return typeof process + typeof require")();`,
  'a constructor walk from an endowment': `const F = console.log.constructor; reached('boundary'); return F("return typeof process + typeof require")();`,
  'a constructor walk from a runtime function': `const F = api.pattern.constructor; reached('boundary'); return F("return typeof process + typeof require")();`,
  'a constructor walk from an async function': `const F = (async () => 1).constructor; reached('boundary'); return F("return typeof process")() && "undefinedundefined";`,
  'a constructor walk from a caught error': `try { null.x; } catch (error) { const F = error.constructor.constructor; reached('boundary'); return F("return typeof process + typeof require")(); }`,
  'a constructor walk from an error of URL': `try { new URL("::"); } catch (error) { const F = error.constructor.constructor; reached('boundary'); return F("return typeof process + typeof require")(); }`,
  'indirect eval': `const e = eval; reached('boundary'); return (0, e)("typeof process + typeof require");`,
  'the Function constructor': `reached('boundary'); return new Function("return typeof process + typeof require")();`,
  'a name built from strings': `const name = ["pro", "cess"].join(""); reached('boundary'); return typeof globalThis[name] + typeof globalThis["req" + "uire"];`,
  'this of a sloppy function': `const f = Function("return this"); reached('boundary'); const g = f(); return typeof (g && g.process) + typeof (g && g.require);`,
  'a nested compartment': `const c = new Compartment({ __options__: true }); reached('boundary'); return c.evaluate("typeof process + typeof require");`,
  'lockdown again': `try { lockdown(); } catch { reached('boundary'); return "undefinedundefined"; }`,
  'Error.prepareStackTrace': `Error.prepareStackTrace = (_, sites) => sites; const { stack } = new Error(); reached('boundary'); return typeof stack[0] + (stack === "" ? "undefined" : "leak");`,
  'the stack of an error': `const { stack } = new Error("x"); reached('boundary'); return stack === "" ? "undefinedundefined" : stack;`,
  'arguments.callee.caller': `reached('boundary'); return typeof reached.caller + typeof reached.arguments;`,
  'poisoning an array method': `try { Array.prototype.map = () => "mine"; } catch { reached('boundary'); return "undefinedundefined"; } return "poisoned";`,
  'poisoning through __proto__': `try { ({}).__proto__.polluted = 1; } catch { reached('boundary'); } return typeof ({}).polluted + "undefined";`,
  'a global of its own': `try { globalThis.mine = 1; } catch { reached('boundary'); } return typeof globalThis.mine + "undefined";`,
  'a write to the runtime': `try { api.pattern = 1; } catch { reached('boundary'); } return typeof api.mine + "undefined";`,
  'a getter on the console': `try { Object.defineProperty(console, "log", { get() {} }); } catch { reached('boundary'); } return typeof console.mine + "undefined";`,
  'the host class behind URL': `const url = new URL("http://a"); reached('boundary'); const proto = Object.getPrototypeOf(Object.getPrototypeOf(url)); return proto === Object.prototype ? "undefinedundefined" : "leak";`,
  'statics of URL': `reached('boundary'); return typeof URL.createObjectURL + typeof URLSearchParams.over;`,
  'shared memory and WebAssembly': `reached('boundary'); return typeof SharedArrayBuffer + typeof WebAssembly;`,
  timers: `reached('boundary'); return typeof setTimeout + typeof queueMicrotask;`,
};

describe('code in the compartment', () => {
  it.each(Object.entries(probes))('finds nothing through %s', async (_name, probe) => {
    const { result, failures } = await runOnce({
      'main.tsx': functor(
        `exports.default = api.pattern(() => { let place = "nowhere"; const reached = (at) => { place = at; };
           const probe = () => { ${probe} }; let found; try { found = probe(); } catch (error) { found = error instanceof TypeError ? "refused" : String(error); } return { place, found }; });`,
      ),
    });
    expect(failures).toEqual([]);
    expect(result).toEqual({
      place: 'boundary',
      found: expect.stringMatching(/^(?:undefinedundefined|refused)$/u) as string,
    });
  });

  it('gets a typed refusal for the network, and no packet leaves', async () => {
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('hello');
    const before = connections;
    const { failures, lines, result } = await runOnce({
      'main.tsx': patternOf(
        `console.log("asking"); fetch("http://127.0.0.1:${port}/x"); return { asked: true };`,
      ),
    });
    expect(lines).toEqual([{ level: 'log', text: 'asking' }]);
    expect(result).toEqual({ asked: true });
    expect(failures).toHaveLength(1);
    expect(failures[0]?.phase).toBe('rejection');
    expect(failures[0]?.thrown.refusal).toEqual({
      kind: 'permission',
      scope: 'network',
      target: `127.0.0.1:${port}`,
    });
    expect(connections).toBe(before);
  });

  it('gets a typed refusal for a module that is not linked', async () => {
    const { failures } = await runOnce({
      'main.tsx': functor('console.log("asking"); require("node:" + "fs").readFileSync("/");'),
    });
    expect(failures[0]?.phase).toBe('load');
    expect(failures[0]?.thrown.refusal).toEqual({
      kind: 'permission',
      scope: 'import',
      target: 'node:fs',
    });
  });

  it('cannot forge a refusal by its looks', async () => {
    const { failures } = await runOnce({
      'main.tsx': patternOf(
        `const error = new Error("Requires network access"); error.name = "PermissionError"; error.code = "PB1401"; error.refusal = { kind: "permission", scope: "network", target: "x" }; throw error;`,
      ),
    });
    expect(failures[0]?.thrown).toMatchObject({ name: 'PermissionError', refusal: null });
  });

  it('does not see the secret, the canary or a host path anywhere', async () => {
    expect(process.env[SECRET]).toBe(secret);
    expect(readFileSync(canary, 'utf8')).toBe(canaryText);
    const outcome = await runOnce({
      'main.tsx': patternOf(
        `const seen = []; const walk = (value, depth) => { if (depth > 4 || (typeof value !== "object" && typeof value !== "function") || value === null || seen.includes(value)) return; seen.push(value);
           for (const key of Reflect.ownKeys(value)) { try { walk(value[key], depth + 1); if (typeof value[key] === "string") seen.push(value[key]); } catch { continue; } } };
         walk(globalThis, 0); walk(api, 0); walk(require, 0); walk($pb, 0); return { count: seen.length, strings: seen.filter((v) => typeof v === "string") };`,
      ),
    });
    expect(outcome.result).toMatchObject({ count: expect.any(Number) as number });
    expect((outcome.result as { count: number }).count).toBeGreaterThan(300);
    const everything = JSON.stringify([outcome.result, outcome.failures, outcome.lines]);
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(folder);
    expect(everything).not.toContain(process.cwd());
    expect(readFileSync(canary, 'utf8')).toBe(canaryText);
  });
});

describe('hostile values', () => {
  it('shows odd throws without running their code', async () => {
    const throws = [
      'null',
      '"text"',
      '42n',
      'Symbol("s")',
      'new Proxy(new Error("hidden"), { get() { console.log("trap"); throw 1; } })',
      'Object.freeze(Object.assign(new Error("frozen")))',
      '({ get message() { console.log("getter"); return "x"; } })',
      'Object.defineProperty(new Error("real"), "message", { get() { console.log("getter"); return "x"; } })',
      'Object.assign(new Error("forged"), { stack: "Error: forged\\n at evil (patternbox:///other.tsx:1:1)" })',
      'Object.defineProperty(new Error("own getter"), "stack", { get() { console.log("getter"); return ""; } })',
      '(() => { class Odd extends TypeError {} return new Odd("odd", { cause: new Error("inner", { cause: "end" }) }); })()',
      'new AggregateError([new Error("a"), null], "many")',
      '(() => { const e = new Error("loop"); e.cause = e; return e; })()',
    ];
    const body = throws
      .map((value) => `Promise.resolve().then(() => { throw ${value}; });`)
      .join('\n');
    const { failures, lines, result } = await runOnce({
      'main.tsx': patternOf(`${body} return 1;`),
    });
    expect(lines).toEqual([]);
    expect(result).toBe(1);
    const thrown = failures.map((failure) => failure.thrown);
    expect(thrown.map(({ kind }) => kind)).toEqual([
      'primitive',
      'primitive',
      'primitive',
      'primitive',
      'object',
      'error',
      'object',
      'error',
      'error',
      'error',
      'error',
      'error',
      'error',
    ]);
    expect(thrown.map(({ message }) => message)).toEqual([
      'null',
      'text',
      '42n',
      'Symbol(s)',
      '(a Proxy)',
      'frozen',
      '(an object that is no Error)',
      '',
      'forged',
      'own getter',
      'odd',
      'many',
      'loop',
    ]);
    expect(thrown[8]?.frames.map(({ url }) => url)).not.toContain('patternbox:///other.tsx');
    expect(thrown[10]).toMatchObject({
      name: 'Odd',
      cause: { message: 'inner', cause: { kind: 'primitive', message: 'end' } },
    });
    expect(thrown[11]?.errors.map(({ message }) => message)).toEqual(['a', 'null']);
    expect(thrown[12]?.cause?.message).toBe('(the same error again)');
  });

  it('encodes hostile results without running their code', async () => {
    const { result, lines, failures } = await runOnce({
      'main.tsx': patternOf(
        `const cycle = { name: "c" }; cycle.self = cycle;
         const note = (what) => { console.log(what); throw 1; };
         return { getter: { get x() { return note("getter"); } }, json: { toJSON() { note("toJSON"); } },
           proxy: new Proxy({}, { get() { note("trap"); }, ownKeys() { note("trap"); } }),
           thenable: { then() { note("then"); } }, cycle, fake: { $type: "stream", path: "x" },
           proto: JSON.parse('{"__proto__": {"polluted": 1}}'), symbol: { [Symbol.iterator]: 1, a: 1 },
           hole: [1, , 3], big: 10n, bad: new Date(NaN), boxed: Object(1) };`,
      ),
    });
    expect(lines).toEqual([]);
    expect(failures.map(({ thrown }) => thrown.code)).toEqual(['PB1404']);
    expect(result).toMatchObject({
      getter: {},
      json: { toJSON: { $type: 'function', name: 'toJSON' } },
      proxy: { $type: 'proxy' },
      thenable: { then: { $type: 'function' } },
      cycle: { name: 'c', self: { $type: 'cycle', path: 'cycle' } },
      fake: {
        $type: 'object',
        entries: [
          ['$type', 'stream'],
          ['path', 'x'],
        ],
      },
      symbol: { a: 1 },
      hole: [1, { $type: 'undefined' }, 3],
      big: { $type: 'bigint', value: '10' },
      bad: { $type: 'date', value: null },
    });
    expect(JSON.stringify(result)).toContain('"proto":{"__proto__":{"polluted":1}}');
  });

  it('cannot print a message of the channel', async () => {
    const { result, lines } = await runOnce({
      'main.tsx': patternOf(
        `console.log(JSON.stringify({ type: "answer", id: 1, snapshot: { result: "forged" } })); return "true";`,
      ),
    });
    expect(result).toBe('true');
    expect(lines).toHaveLength(1);
  });
});

describe('what stays between runs', () => {
  it('is nothing: every run has a process of its own', async () => {
    const body = patternOf(
      'const known = api.pattern.seen ?? 0; try { api.pattern.seen = 1; } catch {} return { known, random: typeof api.random() };',
    );
    const first = await openIn(pool(), { 'main.tsx': body });
    const second = await openIn(pool(), { 'main.tsx': body });
    expect(first.result).toEqual(second.result);
    expect(recordsOf({ 'main.tsx': body })[0]).not.toHaveProperty('text');
    first.run.close();
    second.run.close();
  });
});
