import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskFileSource, createEngine } from '../../../server/engine/index.ts';
import type { Engine } from '../../../server/engine/index.ts';
import { attack, cleanView } from '../../hostile/attack.ts';
import { readCases, thirdOf } from '../../hostile/case.ts';
import type { HostileCase } from '../../hostile/case.ts';
import { makeWorld } from '../../hostile/world.ts';
import type { World } from '../../hostile/world.ts';

const distDir = fileURLToPath(new URL('../../../dist', import.meta.url));
const cases = readCases();
const named = (some: readonly HostileCase[]) => some.map((one) => [one.name, one] as const);

let world: World;
let engine: Engine;
let clean: unknown;

beforeAll(async () => {
  world = await makeWorld();
  engine = createEngine({ files: createDiskFileSource(), distDir, concurrency: 3, spares: 3 });
  clean = await cleanView(engine, world);
});

afterAll(async () => {
  await engine.dispose();
  await world.end();
});

it('has cases of every class', () => {
  const classes = new Set(cases.map((one) => one.class));
  expect([...classes].sort()).toEqual([
    'broken',
    'errors',
    'escape',
    'exhaustion',
    'forged',
    'granted',
    'permission',
    'poisoning',
    'state',
  ]);
  expect(cases.length).toBeGreaterThanOrEqual(150);
});

describe.concurrent('a hostile pattern', () => {
  it.each(named(cases))('%s', async (_name, hostile) => {
    expect(await attack(engine, world, hostile, { clean })).toEqual([]);
  });
});

describe.concurrent('a hostile pattern with debug mode on', () => {
  it.each(named(thirdOf(cases, 0)))('%s', async (_name, hostile) => {
    expect(await attack(engine, world, hostile, { clean, debug: true })).toEqual([]);
  });
});
