// Asks for the super class where there is none.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const above = () => super.constructor; // expect SyntaxError PB1013
  return { above: String(above) };
});
