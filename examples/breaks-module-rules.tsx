/**
 * State where none may be: a module is loaded once and shared, so its scope holds no variables, no
 * classes and no statements that do something.
 *
 * Expect: a VerificationError, one finding for each marked line, and no run.
 */
import { computed, NAME, pattern } from 'commonfabric';

let visits = 0; // a variable

class Visitor {} // a class

console.log('loading'); // a statement

export default pattern(() => ({
  [NAME]: 'Breaks module rules',
  visits: computed(() => {
    visits += 1;
    return `${visits} visits by ${new Visitor().constructor.name}`;
  }),
}));
