/** From the specifier of an import to the file below the root that it means. */
import path from 'node:path';
import { importLeavesRoot, importNotFound, packageNotAvailable } from '../../protocol/index.ts';
import type { ImportTarget, Message } from '../../protocol/index.ts';
import type { FileSource } from '../files.ts';
import { isRuntimeModule } from '../../protocol/index.ts';

export type Resolution = ImportTarget | { readonly kind: 'refused'; readonly message: Message };

const known = /\.(?:[cm]?[jt]s|[jt]sx|json)$/;
const endings = ['.ts', '.tsx', '.js', '.jsx', '.json', '/index.ts', '/index.tsx', '/index.js'];

/** The root-relative candidates of a path, in the order in which they are tried. */
function candidates(target: string): string[] {
  const script = /^(.*)\.([cm]?)js(x?)$/.exec(target);
  const authored = script ? [`${script[1]}.${script[2]}ts${script[3]}`, `${script[1]}.tsx`] : [];
  const exact = known.test(target) ? [target] : [];
  return [...exact, ...authored, ...endings.map((ending) => target + ending)];
}

/** Resolves imports of files below one root. Paths are root-relative with forward slashes. */
export function createImportResolver(files: FileSource, root: string) {
  const realRoot = files.realPath(root);

  /** A symbolic link must not lead out of the root either. */
  const isInside = (target: string): boolean => {
    const relative = path.relative(realRoot, files.realPath(path.join(root, target)));
    return !relative.startsWith('..') && !path.isAbsolute(relative);
  };

  return (importer: string, specifier: string): Resolution => {
    const refuse = (message: Message): Resolution => ({ kind: 'refused', message });
    if (isRuntimeModule(specifier)) return { kind: 'runtime', name: specifier };
    const leaves = (): Resolution => refuse(importLeavesRoot({ specifier, importer }));
    if (/^(?:[\\/]|file:|[A-Za-z]:[\\/])/.test(specifier)) return leaves();
    if (!/^\.\.?(?:\/|$)/.test(specifier)) return refuse(packageNotAvailable({ specifier }));
    const target = path.posix.join(path.posix.dirname(importer), specifier);
    if (target.startsWith('..')) return leaves();
    const found = candidates(target).find((name) => files.exists(path.join(root, name)));
    if (found === undefined) return refuse(importNotFound({ specifier, importer }));
    return isInside(found) ? { kind: 'module', path: found } : leaves();
  };
}

export type ImportResolver = ReturnType<typeof createImportResolver>;
