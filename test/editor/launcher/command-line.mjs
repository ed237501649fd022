// Reads the part of the desktop `code` command line that @vscode/test-electron uses.

const repeatable = 'extensionDevelopmentPath';

/**
 * @param {string[]} given
 * @returns {{ developed: string[], suite: string | undefined, folder: string | undefined }}
 */
export function readCommandLine(given) {
  const options = new Map();
  const developed = [];
  const rest = [];
  for (const word of given) {
    const option = /^--([^=]+)(?:=(.*))?$/s.exec(word);
    if (!option) rest.push(word);
    else if (option[1] === repeatable) developed.push(option[2] ?? '');
    else options.set(option[1], option[2] ?? '');
  }
  // The profile folders that test-electron names are left alone: each run has fresh ones.
  return { developed, suite: options.get('extensionTestsPath'), folder: rest[0] };
}
