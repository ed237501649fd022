import { describe, expect, it } from 'vitest';
import { defaultConfiguration, settingsFor } from '../../../server/language/configuration.ts';

const { settings } = defaultConfiguration;
const withTimeout = (timeoutMs: number) => ({
  ...settings,
  limits: { ...settings.limits, timeoutMs },
});
const configuration = {
  ...defaultConfiguration,
  folders: [
    { uri: 'file:///work/outer', settings: withTimeout(1000) },
    { uri: 'file:///work/outer/in%20ner', settings: withTimeout(2000) },
    { uri: 'untitled:nowhere', settings: withTimeout(3000) },
  ],
};
const timeoutOf = (file: string) => settingsFor(configuration, file).limits.timeoutMs;

describe('the settings of a file', () => {
  it('are those of the innermost folder around it', () => {
    expect(timeoutOf('/work/outer/a.tsx')).toBe(1000);
    expect(timeoutOf('/work/outer/in ner/a.tsx')).toBe(2000);
  });

  it('are those of the workspace where no folder is around it', () => {
    const outside = settings.limits.timeoutMs;
    expect(timeoutOf('/work/a.tsx')).toBe(outside);
    expect(timeoutOf('/work/outer-not/a.tsx')).toBe(outside);
  });
});
