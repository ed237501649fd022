/** Examples that are commands: the files beside them, and what the commands print. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { patternbox, repository } from '../cli/support.ts';

const examples = path.join(repository, 'examples');
const isExample = (name: string): boolean => existsSync(path.join(examples, name));

export interface CommandExample {
  readonly files: Readonly<Record<string, string>>;
  readonly command: string;
  /** What is printed where the code is not. */
  readonly says: string | undefined;
}

/** The example that begins with "This gives", if it ends in a command. */
export function commandExample(page: string): CommandExample | undefined {
  const [, section = ''] =
    /This gives PB\d{4}[^\n]*:\n(.*?)(?=\nThis does not|$)/s.exec(page) ?? [];
  const blocks = [...section.matchAll(/```(\w+)(?: title="([^"]+)")?\n(.*?)```/gs)];
  const command = blocks.find(([, language]) => language === 'sh')?.[3]?.trim();
  if (command === undefined) return undefined;
  const named = blocks.flatMap(([, , name, text = '']) =>
    name === undefined ? [] : [[name, text]],
  );
  const says = blocks.find(([, language, name]) => language === 'text' && name === undefined)?.[3];
  return {
    files: Object.fromEntries(named) as Record<string, string>,
    command,
    says: says?.trim(),
  };
}

/** Runs the command in a folder with the files, and gives all that it prints. */
export async function printedBy({ files, command }: CommandExample): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'patternbox-page-'));
  try {
    for (const [name, text] of Object.entries({ 'package.json': '{}', ...files })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const [program, ...args] = words(command);
    if (program !== 'patternbox') throw new Error(`not a command of ours: ${command}`);
    // Without files of its own a command is one on the examples.
    const own = Object.keys(files).length > 0 || !args.some((each) => isExample(each));
    const cwd = own ? folder : examples;
    const { stdout, stderr } = await patternbox(args, { cwd });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Splits a command as a shell does; single quotes are all that the pages use. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
