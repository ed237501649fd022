#!/usr/bin/env node
// Shows that every layer and every limit matters: each is removed from a copy of the product, with
// the layers above it opened, and some hostile case must notice. Prints what cannot be shown here.
//   node scripts/mutate-layers.mjs [name …]
import { mutations } from '../test/hostile/mutations.mjs';
import { runMutant } from '../test/hostile/build-mutant.mjs';
import { main } from './lib/project.mjs';

/** `noticed`, `unproved` with the reason, or `missed`. */
async function judge({ remove, opened = [], cases, needs }) {
  const before = await runMutant(opened, cases);
  if (needs !== undefined && before.layers[needs] !== true) {
    return { verdict: 'unproved', why: `this machine has no layer "${needs}"` };
  }
  if (before.problems.length > 0) {
    return {
      verdict: 'missed',
      why: `the case fails with the layer in place: ${before.problems[0]}`,
    };
  }
  const after = await runMutant([...opened, remove], cases);
  const [problem] = after.problems;
  return problem === undefined
    ? { verdict: 'missed', why: `${cases.join(', ')} passed without it` }
    : { verdict: 'noticed', why: problem };
}

await main(async () => {
  const wanted = process.argv.slice(2);
  const chosen = mutations.filter(({ remove }) => wanted.length === 0 || wanted.includes(remove));
  let missed = 0;
  for (const mutation of chosen) {
    const { verdict, why } = await judge(mutation);
    if (verdict === 'missed') missed += 1;
    const mark = { noticed: '✓', unproved: '–', missed: '✗' }[verdict];
    const above = mutation.opened ? ` (opened: ${mutation.opened.join(', ')})` : '';
    console.log(`${mark} ${mutation.remove}${above}: ${why.slice(0, 160)}`);
  }
  console.log(
    'Not provable by removal: one process for each run, and the empty stack of a pattern; they are how the sandbox is built.',
  );
  return missed === 0 ? 0 : 1;
});
