// The licences of everything that the bundles contain, as their terms ask.
import { readFile, readdir } from 'node:fs/promises';
import { at } from './project.mjs';

const packageFolder = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Folders of the packages that went into the bundles. @param {import('esbuild').Metafile[]} metafiles */
function packagesOf(metafiles) {
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const file of Object.keys(inputs)) {
      const found = packageFolder.exec(file);
      if (found) folders.add(found[0]);
    }
  }
  return [...folders].sort();
}

async function noticeOf(folder) {
  const manifest = JSON.parse(await readFile(at(folder, 'package.json'), 'utf8'));
  const files = (await readdir(at(folder))).filter((name) =>
    /^(licen[cs]e|notice|thirdparty)/i.test(name),
  );
  const texts = await Promise.all(files.map((name) => readFile(at(folder, name), 'utf8')));
  const title = `${manifest.name} ${manifest.version} (${manifest.license})`;
  return [title, '='.repeat(title.length), ...texts.map((text) => text.trim())].join('\n\n');
}

/** The text of dist/THIRD-PARTY-NOTICES.txt. */
export async function noticesFor(metafiles) {
  // The wasm file of this package is copied, not bundled.
  const folders = new Set([...packagesOf(metafiles), 'node_modules/source-map/']);
  const notices = await Promise.all([...folders].map(noticeOf));
  return ['Patternbox contains parts of the following packages.', ...notices].join('\n\n\n') + '\n';
}
