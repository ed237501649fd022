import { early } from './circle.tsx';

export const late = early + 1;
