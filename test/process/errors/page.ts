/** What a page of a message shows: its example, or why there is none. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Example {
  readonly code: string;
  /** Blocks with a title are files of that name. */
  readonly files: Readonly<Record<string, string>>;
  /** A block `sh`: what is typed in a terminal. */
  readonly command: string | undefined;
  /** A block `steps`: what is done in the editor, a sentence a line. */
  readonly steps: readonly string[];
  /** A block `tsx` without a title: a pattern, or the part of one that matters. */
  readonly program: string | undefined;
  /** A block `text` without a title: what is printed where the code is not. */
  readonly says: string | undefined;
  /** The code of another message that stands in for this one. */
  readonly instead: string | undefined;
}

export interface Page {
  readonly code: string;
  readonly example: Example | undefined;
  readonly reason: string | undefined;
}

/** Pages whose steps only a whole VS Code can take; suites of the editor take them. */
export const inEditor: ReadonlySet<string> = new Set(['PB1705', 'PB1708', 'PB1710']);
/** The same for a window without a folder. */
export const inEmptyWindow: ReadonlySet<string> = new Set(['PB1721']);

const block = /```(\w+)(?: title="([^"]+)")?\n(.*?)```/gs;

/** Every page of a repository, in the order of the codes. */
export function pages(repository: string): Page[] {
  const folder = path.join(repository, 'docs/errors');
  return readdirSync(folder)
    .filter((file) => /^PB\d{4}\.md$/.test(file))
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const code = file.slice(0, 6);
      const [, reason] = /^No pattern can show this: (\S.{20,}\.)$/m.exec(text) ?? [];
      return { code, example: exampleOf(code, text), reason };
    });
}

/** The example that begins with "This gives", up to its counterpart, where there is one. */
function exampleOf(code: string, page: string): Example | undefined {
  const [, section] = /This gives PB\d{4}[^\n]*:\n(.*?)(?=\nThis does not|$)/s.exec(page) ?? [];
  const blocks = [...(section?.matchAll(block) ?? [])].map(([, language, title, text = '']) => ({
    language,
    title,
    text,
  }));
  const untitled = (language: string): string | undefined =>
    blocks.find((each) => each.language === language && each.title === undefined)?.text;
  if (blocks.length === 0) return undefined;
  return {
    code,
    files: Object.fromEntries(
      blocks.flatMap(({ title, text }) => (title === undefined ? [] : [[title, text]])),
    ),
    command: untitled('sh')?.trim(),
    steps: untitled('steps')?.trim().split('\n') ?? [],
    program: untitled('tsx'),
    says: untitled('text')?.trim(),
    instead: /^The same text is reported as (PB\d{4})/m.exec(page)?.[1],
  };
}
