import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  attachConfiguration,
  DebugConfiguration,
  readConfiguration,
} from '../../../extension/debugging/configuration.ts';

const good = { type: 'patternbox', request: 'launch', name: 'Debug', program: '/a/b.tsx' };

const Manifest = v.object({
  contributes: v.object({
    debuggers: v.array(
      v.object({
        type: v.string(),
        configurationAttributes: v.object({
          launch: v.object({
            required: v.array(v.string()),
            properties: v.record(v.string(), v.object({ default: v.unknown() })),
          }),
        }),
      }),
    ),
  }),
});
const file = new URL('../../../package.json', import.meta.url);
const manifest = v.parse(Manifest, JSON.parse(readFileSync(file, 'utf8')));
const [contributed] = manifest.contributes.debuggers;

describe('a launch configuration', () => {
  it('has the defaults that the manifest declares', () => {
    const read = readConfiguration(good);
    if ('problem' in read) throw new Error(read.problem.text);
    const { properties, required } = contributed?.configurationAttributes.launch ?? {};
    for (const name of ['justMyPattern', 'stopOnThrow', 'restartOnEdit']) {
      expect(read.configuration[name]).toBe(properties?.[name]?.default);
    }
    expect(required).toEqual(['program']);
    const own = ['type', 'request', 'name', 'work'];
    const known = Object.keys(DebugConfiguration.entries).filter((name) => !own.includes(name));
    expect(Object.keys(properties ?? {}).sort()).toEqual(known.sort());
  });

  it.each([
    [{ ...good, program: undefined }, 'program'],
    [{ ...good, program: '' }, 'program'],
    [{ ...good, justMyPattern: 'perhaps' }, 'justMyPattern'],
    [{ ...good, request: 'attach' }, 'request'],
  ])('is refused with one sentence that names the attribute: %j', (given, attribute) => {
    const read = readConfiguration(given);
    expect('problem' in read && read.problem).toMatchObject({ code: 'PB1436' });
    expect('problem' in read && read.problem.text).toContain(attribute);
  });

  it('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(Object.keys(readConfiguration(given))).toHaveLength(1);
      }),
    );
  });
});

describe('the configuration of the JavaScript debugger', () => {
  const target = { name: 'b.tsx', address: 'ws://127.0.0.1:1/secret' };

  it('hides the frames of the runtime, unless they are wanted', () => {
    const skipped = (justMyPattern: boolean): unknown =>
      attachConfiguration({ justMyPattern }, target)['skipFiles'];
    expect(skipped(true)).toContain('patternbox-runtime:///guest.js');
    expect(skipped(false)).toEqual(['<node_internals>/**']);
  });

  it('attaches to that address and to nothing that it finds beside it', () => {
    expect(attachConfiguration({ justMyPattern: true }, target)).toMatchObject({
      websocketAddress: target.address,
      attachExistingChildren: false,
      autoAttachChildProcesses: false,
    });
  });
});
