import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations, removals } from '../../hostile/mutations.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

describe('the removals of layers and limits', () => {
  it.each(Object.entries(removals))('%s fits the source', (_name, edits) => {
    for (const { file, find } of edits) {
      expect(readFileSync(path.join(root, file), 'utf8')).toContain(find);
    }
  });

  it('are each tried', () => {
    expect(mutations.map(({ remove }) => remove).sort()).toEqual(Object.keys(removals).sort());
  });
});
