/** Entry of the tests of this folder, in a workspace of two folders. */
export { run } from '../suite/index.ts';
