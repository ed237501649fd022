import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, definitions } from '../../../server/protocol/messages/catalogue.ts';

const messages = new URL('../../../server/protocol/messages/', import.meta.url);
const pages = new URL('../../../docs/errors/', import.meta.url);

function read(folder: URL, file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

const codes = definitions.map(({ code }) => code);

describe('the catalogue', () => {
  it('has each code once', () => {
    expect([...new Set(codes)]).toEqual(codes);
    expect(catalogue.size).toBe(codes.length);
  });

  it('has every code that the message files define', () => {
    const written = readdirSync(messages)
      .filter((file) => !['index.ts', 'message.ts', 'catalogue.ts'].includes(file))
      .flatMap((file) => [...read(messages, file).matchAll(/'(PB\d{4})'/g)])
      .map(([, code]) => code);
    expect([...new Set(written)].sort()).toEqual(codes);
  });

  it.each(definitions.map(({ code, title }) => [code, title]))('%s %s', (code, title) => {
    expect(code).toMatch(/^PB1\d{3}$/);
    expect(title).toMatch(/^\S.*[^.\s]$/);
    expect(title.length).toBeLessThan(72);
  });
});

describe('the pages', () => {
  const files = readdirSync(pages);
  const index = read(pages, 'README.md');

  it('are one for each code, and no more', () => {
    const expected = ['README.md', ...codes.map((code) => `${code}.md`)];
    expect([...files].sort()).toEqual([...expected].sort());
  });

  it.each(definitions.map(({ code, title }) => [code, title]))('%s', (code, title) => {
    const page = read(pages, `${code}.md`);
    expect(page.split('\n')[0]).toBe(`# ${code}: ${title}`);
    expect(page.split('\n').length).toBeGreaterThan(3);
    expect(index).toContain(`- [${code}](${code}.md) ${title}\n`);
  });
});
