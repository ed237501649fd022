/// <cts-enable />
/** The environment is asked at module scope, as older files do, with the clock in the body. */
import { getRecipeEnvironment, ID, recipe, Writable } from 'commontools';

const env = getRecipeEnvironment();

export default recipe('Environment', () => {
  const started = Writable.of(Date.now()); // finding PB1273
  const list = Writable.of([{ [ID]: 1, name: 'a' }]);
  return { url: `${env.apiUrl}`, started: started.get() > 0, name: list.key(0).key('name') };
});
