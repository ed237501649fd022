/** Entry of the tests of this folder, in a window without a folder. */
export { run } from '../suite/index.ts';
