/** A barrel: names pass through it, by name and by star. */
export { Meter as Gauge } from './parts.tsx';
export * from './parts.tsx';
