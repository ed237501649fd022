import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const script: string = path.join(root, 'scripts/docs.mjs');
const { render } = (await import(script)) as { render: () => Promise<Map<string, string>> };

describe('what is generated from package.json', () => {
  it('is up to date; if not, run `npm run docs`', async () => {
    for (const [file, text] of await render()) {
      expect(readFileSync(path.join(root, file), 'utf8'), file).toBe(text);
    }
  });
});

describe('every document', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'docs/getting-started.md'];

  it.each(documents)('%s has links that lead somewhere', (file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const local = links.filter((link) => !/^https?:/.test(link));
    expect(local.length).toBeGreaterThan(0);
    const missing = local.filter((link) => !exists(path.resolve(root, path.dirname(file), link)));
    expect(missing).toEqual([]);
  });
});

function exists(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR';
  }
}
