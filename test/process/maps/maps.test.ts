/**
 * The proof of the source maps: every construct under every condition throws at its marker, through
 * the real compiler, sandbox process and explainer, and is reported there, to the column.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callbacks } from './callbacks.ts';
import { conditions, siteOf } from './conditions.ts';
import { expressions } from './expressions.ts';
import { inventory } from './inventory.ts';
import { language } from './language.ts';
import { memoryEngine, runAlone, runTogether } from './run-sites.ts';

const constructs = [...expressions, ...callbacks, ...inventory, ...language];

describe('every throw is reported at its line and column', () => {
  let maps: ReturnType<typeof memoryEngine>;
  beforeAll(() => {
    maps = memoryEngine();
  });
  afterAll(() => maps.engine.dispose());

  it('has at least 400 sites', () => {
    expect(new Set(constructs.map(({ name }) => name)).size).toBe(constructs.length);
    expect(constructs.length * Object.keys(conditions).length).toBeGreaterThanOrEqual(400);
  });

  for (const condition of Object.keys(conditions)) {
    for (const [kind, group] of Object.entries({ expressions, callbacks, inventory, language })) {
      it(`${condition}: ${kind}`, async () => {
        const batch = `${condition}-${kind}`.replaceAll(/\W+/g, '-');
        const sites = group.map((construct, at) => ({
          site: siteOf(construct, condition, `${batch}/${at}`),
          event: construct.event === true,
          alone: construct.alone === true,
        }));
        const found = new Map(
          await runTogether(
            maps,
            sites.filter(({ alone }) => !alone),
            batch,
          ),
        );
        for (const { site } of sites.filter(({ alone }) => alone)) {
          for (const [name, verdict] of await runAlone(maps, site)) found.set(name, verdict);
        }
        expect(found.size).toBe(sites.length);
        const wrong = [...found].filter(([, verdict]) => verdict !== 'exact');
        expect(Object.fromEntries(wrong)).toEqual({});
      });
    }
  }
});
