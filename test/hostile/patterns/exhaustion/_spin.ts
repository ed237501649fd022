export function spin(from: number) {
  let n = from;
  while (n > 0) { // expect TimeoutError PB1301
    n = ((n * 7) % 1000) + 1;
  }
}
