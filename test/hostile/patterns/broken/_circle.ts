import { early } from './circle.tsx';

export const late = early + 1; // expect RuntimeError PB1214
