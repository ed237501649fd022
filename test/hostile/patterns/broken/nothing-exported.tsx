// Exports nothing.
// @elsewhere ["RuntimeError PB1504"]
const x = 1;
