/**
 * The patterns of test/patterns do what the authoring API promises: each is driven by the scenario
 * or the pattern test beside it, whose expectations come from the documented semantics.
 */
import { afterAll, expect, it } from 'vitest';
import { complaintsAbout, filesBelow, startEngine } from './run-patterns.ts';

const engine = startEngine();
afterAll(() => engine.dispose());

const files = filesBelow('.').filter((file) => /\.(scenario\.json|test\.tsx)$/.test(file));

it.concurrent.each(files)('%s', async (file) => {
  expect(await complaintsAbout(engine, file)).toEqual([]);
});
