/** Entry of a bundle of its own: `Temporal`, which the older API gives to patterns. */
export { Temporal } from 'temporal-polyfill/implementation';
