// Gives a variable a name that strict code keeps.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const arguments = [1]; // expect SyntaxError PB1041
  return { count: 1 };
});
