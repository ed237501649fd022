/**
 * The granted files as a pattern sees them: text, read only, by a name below the pattern's own
 * folder or below a granted folder. No path of this machine goes in or comes out.
 */
import { constants, realpathSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { dataFileUnreadable, grantBounds } from '../protocol/index.ts';
import type { HostReply } from '../protocol/wire.ts';
import { failed, refused } from './failures.ts';
import { reasonWords } from '../protocol/messages/reason-words.ts';
import { virtualName } from './virtual-name.ts';

export interface Files {
  /** The text of a granted file. Never rejects. */
  readonly read: (name: string) => Promise<HostReply>;
}

/** A fifo would block for ever, and what a link leads to was checked before. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK || 0) | (constants.O_NOFOLLOW || 0);

/** The path with links resolved and with the case that it has on disk; undefined if it is not there. */
export function canonical(file: string): string | undefined {
  try {
    return realpathSync.native(file);
  } catch {
    return undefined;
  }
}

const isWithin = (root: string, file: string): boolean => {
  const below = path.relative(root, file);
  return below === '' || (below.split(path.sep)[0] !== '..' && !path.isAbsolute(below));
};

/** Opens the view of some granted paths; `folder` is the pattern's own. */
export function openFiles(granted: readonly string[], folder: string): Files {
  const roots = granted.flatMap((each) => {
    const real = canonical(each);
    const stats = real === undefined ? undefined : statSync(real, { throwIfNoEntry: false });
    return real === undefined ? [] : [{ real, folder: stats?.isDirectory() === true }];
  });
  const home = canonical(folder) ?? folder;
  const isGranted = (file: string): boolean =>
    roots.some((root) => (root.folder ? isWithin(root.real, file) : root.real === file));

  /** Where the name may be; nothing is looked up for what no rule covers. */
  const candidates = (name: string): string[] => {
    const beside = path.join(home, name);
    const below = roots.map(({ real, folder }) => {
      if (folder) return path.join(real, name);
      return path.basename(real) === name ? real : null;
    });
    return [beside, ...below].filter((file) => file !== null && isGranted(file)) as string[];
  };

  return Object.freeze<Files>({
    read: async (asked) => {
      const name = virtualName(asked);
      if (name === null) return refused('read', asked, 'outside');
      const places = candidates(name);
      if (places.length === 0) return refused('read', asked, 'rule');
      for (const place of places) {
        const real = canonical(place);
        if (real === undefined) continue;
        if (!isGranted(real)) return refused('read', asked, 'outside');
        const found = await textOf(real);
        return typeof found === 'string'
          ? { kind: 'text', text: found }
          : failed(dataFileUnreadable({ name: asked, reason: found.reason }));
      }
      return failed(dataFileUnreadable({ name: asked, reason: reasonWords.noFile }));
    },
  });
}

async function textOf(file: string): Promise<string | { readonly reason: string }> {
  const handle = await open(file, FLAGS).catch(() => null);
  if (handle === null) return { reason: reasonWords.notReadable };
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { reason: reasonWords.notAFile };
    const bytes = Buffer.alloc(grantBounds.fileBytes + 1);
    let size = 0;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, size, bytes.length - size);
      size += bytesRead;
      if (bytesRead === 0 || size === bytes.length) break;
    }
    return size > grantBounds.fileBytes
      ? { reason: reasonWords.largerThan(grantBounds.fileBytes) }
      : bytes.toString('utf8', 0, size);
  } catch {
    return { reason: reasonWords.notReadable };
  } finally {
    await handle.close();
  }
}
