// Is empty.
// @elsewhere ["RuntimeError PB1504"]
