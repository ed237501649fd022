/// <cts-enable />
/** The environment is asked at module scope, as older files do, with the clock in the body. */
import { getRecipeEnvironment, ID, recipe, Writable } from 'commontools';

const env = getRecipeEnvironment();

// finding PB1273
export default recipe('Environment', () => {
  const started = Writable.of(Date.now());
  const list = Writable.of([{ [ID]: 1, name: 'a' }]);
  return { url: `${env.apiUrl}`, started: started.get() > 0, name: list.key(0).key('name') };
});
