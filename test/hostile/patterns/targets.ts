// What the patterns are after. The suite puts the real values here before it runs them.
export const canary = '/etc/hostname';
export const port = 9;
export const secretName = 'PATH';
export const openPort = 9;
export const otherPort = 9;
