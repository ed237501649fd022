import { describe, expect, it } from 'vitest';

interface CommandLine {
  developed: string[];
  suite: string | undefined;
  folder: string | undefined;
}

const script: string = '../../editor/launcher/command-line.mjs';
const { readCommandLine } = (await import(script)) as {
  readCommandLine: (given: string[]) => CommandLine;
};

describe('the command line of the editor launcher', () => {
  it('takes what test-electron gives and leaves its profile alone', () => {
    expect(
      readCommandLine([
        '/work space',
        '--no-sandbox',
        '--extensionTestsPath=/x/suite=1.js',
        '--extensionDevelopmentPath=/a',
        '--extensionDevelopmentPath=/b',
        '--user-data-dir=/profile',
      ]),
    ).toEqual({ developed: ['/a', '/b'], suite: '/x/suite=1.js', folder: '/work space' });
  });
});
